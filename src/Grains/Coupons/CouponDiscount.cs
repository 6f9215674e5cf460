using System.Collections.Immutable;
using Elizon.Coupons;
using Elizon.Grains.Billing.Pricing;

namespace Elizon.Grains.Coupons;

/// <summary>Takes a coupon's discount off the lines of an order.</summary>
internal static class CouponDiscount
{
    /// <summary>
    /// One sum for the order, spread over the pieces it counts for by largest remainder: parts sum to the whole, so the
    /// sums per tax rate and every piece that is taken back stay exact.
    /// </summary>
    /// <exception cref="Refusal">Conflict: below the minimum, or nothing in it that the coupon counts for.</exception>
    public static ImmutableArray<OrderLine> Apply(
        CouponTerms? coupon,
        ImmutableArray<OrderLine> lines
    )
    {
        if (coupon is null)
            return lines;
        if (coupon.Minimum is { } minimum && Money.Sum(lines.Select(l => l.ListTotal)) < minimum)
            throw CouponRefusals.BelowMinimum(minimum);
        var pieces = lines
            .SelectMany(l =>
                Enumerable.Repeat(Counts(coupon, l) ? l.UnitPrice : Money.Zero, l.Offer.Quantity)
            )
            .ToArray();
        var total = Money.Sum(pieces);
        if (total == Money.Zero)
            throw CouponRefusals.NotForThis();
        var parts = Whole(coupon, total).Split([.. pieces.Select(p => p.Cents)]);
        return Spread(coupon, lines, [.. parts]);
    }

    /// <summary>What a piece's subscription keeps; null when nothing goes on after the first cycle.</summary>
    /// <param name="share">What the order's discount took off the piece.</param>
    public static DiscountTerms? Kept(CouponTerms? coupon, Money share) =>
        coupon is null or { Renewals: 0 } || share == Money.Zero
            ? null
            : new DiscountTerms(
                coupon.Code.Value,
                coupon.Percent,
                coupon.Percent is null ? share : null,
                coupon.Renewals
            );

    private static bool Counts(CouponTerms coupon, OrderLine line) =>
        coupon.Products.Length == 0 || coupon.Products.Contains(line.Offer.ProductId);

    private static Money Whole(CouponTerms coupon, Money total) =>
        Discounts.For(
            new DiscountTerms(coupon.Code.Value, coupon.Percent, coupon.Amount, 0),
            0,
            total
        );

    private static ImmutableArray<OrderLine> Spread(
        CouponTerms coupon,
        ImmutableArray<OrderLine> lines,
        ImmutableArray<Money> parts
    )
    {
        var spread = ImmutableArray.CreateBuilder<OrderLine>(lines.Length);
        var at = 0;
        foreach (var line in lines)
        {
            var own = parts.Slice(at, line.Offer.Quantity);
            spread.Add(Counts(coupon, line) ? line with { Discounts = own } : line);
            at += line.Offer.Quantity;
        }
        return spread.DrainToImmutable();
    }
}
