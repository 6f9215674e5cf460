using Elizon.Billing;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Pricing;

namespace Elizon.Grains.Billing.Orders;

/// <summary>The invoice row of a draft: shows what the document would say today.</summary>
internal static class DraftRow
{
    public static InvoiceRow Of(Draft draft, House house, DateTimeOffset? lapsedAt = null)
    {
        var order = draft.Order;
        var day = house.DayOf(order.PlacedAt);
        var cart = Prices.Split(order.Lines, Taxation.Decide(order.Buyer, day, house.Terms));
        return InvoiceRow.Of(
            order.Invoice,
            order.Account,
            order.Id,
            InvoiceKind.Invoice,
            cart.Sum,
            order.PlacedAt
        ) with
        {
            Content = OrderContent.Of(order, cart, null, day, house).ToText(),
            PayableUntil = draft.PayableUntil,
            LapsedAt = lapsedAt,
        };
    }
}
