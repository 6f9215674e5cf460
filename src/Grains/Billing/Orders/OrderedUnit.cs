using System.Collections.Immutable;
using System.Globalization;
using Elizon.Grains.Billing.Pricing;
using Elizon.Grains.Coupons;
using Elizon.Services;

namespace Elizon.Grains.Billing.Orders;

/// <summary>One piece of an order: becomes one service.</summary>
internal sealed record OrderedUnit(
    ServiceId Service,
    int Line,
    string Name,
    OrderLine From,
    Money Discount,
    Amounts Paid
)
{
    public static ImmutableArray<OrderedUnit> Of(Order order, PricedCart cart) =>
        [
            .. cart
                .Lines.SelectMany(
                    (line, nr) => line.Units.Select((paid, piece) => (line.Line, nr, paid, piece))
                )
                .Select(
                    (u, i) =>
                        new OrderedUnit(
                            NewId.Derived<ServiceId>(order.Id.Value, i),
                            u.nr,
                            NameOf(u.Line, u.piece),
                            u.Line,
                            u.Line.DiscountOf(u.piece),
                            u.paid
                        )
                ),
        ];

    public ServiceOrder ToService(Order order, DateTimeOffset now) =>
        new(
            Service,
            order.Owner,
            order.Id,
            order.Invoice,
            Line,
            Name,
            From.Offer.ProductId,
            From.Offer.ProductName,
            From.Offer.BillingCycle,
            Paid.Gross,
            From.Offer.Plan,
            now,
            From.UnitPrice,
            CouponDiscount.Kept(order.Coupon, Discount),
            From.Offer.AddOn?.Price ?? From.Offer.Gross,
            From.Offer.AddOn
        );

    private static string NameOf(OrderLine line, int piece)
    {
        var name = line.Offer.Name ?? line.Offer.ProductName;
        return line.Offer.Quantity == 1
            ? name
            : string.Create(CultureInfo.InvariantCulture, $"{name} {piece + 1}");
    }
}

/// <summary>A paid piece until its service is delivered or given back.</summary>
/// <param name="Discount">What the coupon took off it.</param>
internal sealed record SoldUnit(
    InvoiceId Invoice,
    OrderId Order,
    int Line,
    string Name,
    Amounts Paid,
    string? Stock,
    DateTimeOffset PaidAt,
    CouponCode? Coupon = null,
    Money Discount = default
);
