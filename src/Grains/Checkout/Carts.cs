using System.Collections.Immutable;
using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Checkout;
using Elizon.Coupons;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Pricing;
using Elizon.Grains.Coupons;
using Elizon.Identity;
using Elizon.Subscriptions;

namespace Elizon.Grains.Checkout;

/// <summary>Prices a cart by the very rules that an order is priced by.</summary>
internal static class Carts
{
    public static CartView Price(
        Offer[] offers,
        BillingProfile buyer,
        House house,
        DateTimeOffset now,
        CouponTerms? coupon = null
    )
    {
        var day = house.DayOf(now);
        var tax = Taxation.Decide(buyer, day, house.Terms);
        var prices = Prices.For(offers, tax, Taxation.HomeRate(day, house.Terms));
        var lines = CouponDiscount.Apply(coupon, prices);
        var cart = Prices.Split(lines, tax);
        return new CartView(
            [.. cart.Lines.Select(View)],
            cart.Sum.Net,
            cart.Sum.Tax,
            cart.Sum.Gross,
            tax.Rate,
            tax.Country,
            "EUR",
            Applied(coupon, lines)
        );
    }

    /// <exception cref="Refusal">Conflict: more than count for these items.</exception>
    public static CartView WithPoints(CartView cart, int points, PointsPreview most) =>
        points <= most.Maximum
            ? cart with
            {
                NetPoints = points,
            }
            : throw PointsRefusals.TooMany(most.Maximum);

    /// <summary>Upgrades are taxed by their contracts; the cart sums them up.</summary>
    public static CartView WithUpgrades(CartView cart, UpgradeQuote[] upgrades) =>
        cart with
        {
            Upgrades = upgrades,
            Net = cart.Net + Money.Sum(upgrades.Select(u => u.Net)),
            Tax = cart.Tax + Money.Sum(upgrades.Select(u => u.Tax)),
            Total = cart.Total + Money.Sum(upgrades.Select(u => u.Total)),
        };

    private static AppliedCoupon? Applied(CouponTerms? coupon, ImmutableArray<OrderLine> lines) =>
        coupon is null
            ? null
            : new AppliedCoupon(
                coupon.Code,
                coupon.Description,
                coupon.Percent,
                coupon.Amount,
                coupon.Renewals,
                Money.Sum(lines.Select(l => l.Discount))
            );

    private static CartLineView View(PricedLine line)
    {
        var offer = line.Line.Offer;
        return new CartLineView(
            offer.ProductId,
            offer.ProductName,
            offer.Name,
            offer.BillingCycle,
            offer.Quantity,
            line.Line.UnitPrice,
            line.Sum.Net,
            line.Sum.Tax,
            line.Sum.Gross,
            offer.Plan.Location,
            line.Line.Discount
        );
    }
}
