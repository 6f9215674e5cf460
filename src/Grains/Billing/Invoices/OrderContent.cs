using System.Collections.Immutable;
using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Billing.Pricing;
using Elizon.Identity;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>Makes the content of an order's invoice.</summary>
internal static class OrderContent
{
    /// <param name="day">Day of issue and first day of supply.</param>
    public static InvoiceContent Of(
        Order order,
        PricedCart cart,
        PaymentMethod? paidBy,
        DateOnly day,
        House house
    )
    {
        var language = InvoiceWords.LanguageOf(order.Buyer.Locale);
        return NewInvoice.Of(
            order.Buyer,
            order.Account,
            order.Id,
            day,
            day,
            [.. cart.Lines.Select((line, i) => LineOf(order, line, i, day, language))],
            cart.Sum,
            cart.Tax,
            paidBy,
            house
        );
    }

    private static ContentLine LineOf(
        Order order,
        PricedLine line,
        int index,
        DateOnly day,
        string language
    )
    {
        var offer = line.Line.Offer;
        var days = DaysOf(offer, day);
        string?[] facts =
        [
            offer.Name,
            offer.Plan.LocationName,
            InvoiceWords.Cycle(days, language),
            order.Coupon is { } coupon && line.Line.Discount > Money.Zero
                ? InvoiceWords.Coupon(coupon.Code.Value, line.Line.Discount, language)
                : null,
        ];
        return new ContentLine(
            index + 1,
            offer.ProductName,
            NewInvoice.Describe(facts),
            offer.Quantity,
            line.Line.UnitPrice,
            line.Sum,
            day,
            day.AddDays(days - 1)
        )
        {
            Discount = line.Line.Discount,
        };
    }

    /// <summary>An add-on's first period ends with its service's.</summary>
    private static int DaysOf(Offer offer, DateOnly day) =>
        offer.AddOn is { } addOn
            ? Math.Max(1, addOn.Until.DayNumber - day.DayNumber)
            : offer.BillingCycle;

    public static InvoiceParty PartyOf(BillingProfile buyer)
    {
        var person = $"{buyer.FirstName} {buyer.LastName}".Trim();
        return new InvoiceParty(
            buyer.Company ?? person,
            buyer.Company is null ? null : person,
            buyer.Street,
            buyer.Zip,
            buyer.City,
            buyer.Country,
            buyer.VatId,
            null,
            buyer.Email
        );
    }
}
