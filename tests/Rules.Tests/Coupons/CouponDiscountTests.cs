using CsCheck;
using Elizon.Catalog;
using Elizon.Coupons;
using Elizon.Grains.Billing.Pricing;
using Elizon.Grains.Coupons;
using Elizon.Rules.Tests.Billing;

namespace Elizon.Rules.Tests.Coupons;

public sealed class CouponDiscountTests
{
    private static readonly Gen<Offer[]> Carts = Gen.Select(Gen.Long[1, 50_000], Gen.Int[1, 6])
        .Select((cents, quantity) => Samples.Offer(cents, quantity))
        .Array[1, 8];

    private static readonly Gen<CouponTerms> Coupons = Gen.OneOf(
        Gen.Int[1, 10_000].Select(p => CouponSamples.Percent(p / 100m)),
        Gen.Long[1, 200_000].Select(c => CouponSamples.Amount(c))
    );

    [Fact]
    public void The_parts_sum_to_the_whole_and_no_piece_costs_less_than_nothing() =>
        Gen.Select(Carts, Coupons)
            .Sample(
                (offers, coupon) =>
                {
                    var lines = Lines(coupon, offers);
                    var list = Money.Sum(offers.Select(o => o.Gross * o.Quantity));
                    var whole = coupon.Percent is { } percent
                        ? Money.Round(list.Euros * percent / 100)
                        : new Money(Math.Min(coupon.Amount!.Value.Cents, list.Cents));
                    Assert.Equal(whole, Money.Sum(lines.Select(l => l.Discount)));
                    Assert.Equal(list - whole, Money.Sum(lines.SelectMany(l => l.Pieces)));
                    Assert.All(lines.SelectMany(l => l.Pieces), p => Assert.True(p >= Money.Zero));
                    Assert.All(
                        lines.SelectMany(l => l.Discounts),
                        d => Assert.True(d >= Money.Zero)
                    );
                }
            );

    [Fact]
    public void Net_and_tax_of_the_pieces_sum_to_the_discounted_order() =>
        Gen.Select(Carts, Coupons, Gen.Int[0, 1])
            .Sample(
                (offers, coupon, country) =>
                {
                    var buyer = Samples.Buyer(country == 0 ? "DE" : "CH");
                    var day = new DateOnly(2026, 11, 25);
                    var tax = Taxation.Decide(buyer, day, Samples.House.Terms);
                    var lines = CouponDiscount.Apply(coupon, Prices.For(offers, tax, 19));
                    var cart = Prices.Split(lines, tax);
                    Assert.Equal(Money.Sum(lines.Select(l => l.Total)), cart.Sum.Gross);
                    Assert.Equal(
                        lines.SelectMany(l => l.Pieces),
                        cart.Lines.SelectMany(l => l.Units.Select(u => u.Gross))
                    );
                    Assert.All(cart.Lines, l => Assert.Equal(l.Line.Total, l.Sum.Gross));
                }
            );

    [Fact]
    public void An_amount_is_spread_by_price_and_the_left_over_cent_goes_to_the_largest_remainder()
    {
        var lines = Lines(CouponSamples.Amount(100), Samples.Offer(999), Samples.Offer(499, 2));
        Assert.Equal([new Money(50)], lines[0].Discounts.ToArray());
        Assert.Equal([new Money(25), new Money(25)], lines[1].Discounts.ToArray());
    }

    [Fact]
    public void A_percentage_is_rounded_once_for_the_order()
    {
        // 3 x 10 % of 0.05 alone would be 3 x 0.01; of 0.15 it is 0.02.
        var lines = Lines(CouponSamples.Percent(10), Samples.Offer(5, 3));
        Assert.Equal(new Money(2), lines[0].Discount);
    }

    [Fact]
    public void Only_the_products_it_names_get_cheaper()
    {
        var coupon = CouponSamples.Percent(50) with { Products = [ProductId.Of("vps-s")] };
        var lines = Lines(coupon, Samples.Offer(1000), Samples.Offer(1000, product: "vps-s"));
        Assert.Equal([Money.Zero, new Money(500)], lines.Select(l => l.Discount));
    }

    [Fact]
    public void Nothing_it_counts_for_is_a_refusal()
    {
        var coupon = CouponSamples.Percent(50) with { Products = [ProductId.Of("vps-s")] };
        Assert.Equal(
            "coupon.notForThis",
            Assert.Throws<Refusal>(() => Lines(coupon, Samples.Offer(1000))).Key
        );
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(999, false)]
    public void The_cart_must_come_to_the_minimum(long cents, bool enough)
    {
        var coupon = CouponSamples.Amount(100) with { Minimum = new Money(1000) };
        if (enough)
            Assert.Equal(new Money(900), Lines(coupon, Samples.Offer(cents))[0].Total);
        else
            Assert.Equal(
                "coupon.belowMinimum",
                Assert.Throws<Refusal>(() => Lines(coupon, Samples.Offer(cents))).Key
            );
    }

    [Fact]
    public void An_amount_above_the_order_makes_it_free_and_no_cheaper()
    {
        var line = Assert.Single(Lines(CouponSamples.Amount(5000), Samples.Offer(999, 2)));
        Assert.Equal((Money.Zero, new Money(1998)), (line.Total, line.Discount));
    }

    [Fact]
    public void A_piece_keeps_the_percentage_or_its_share_for_its_renewals()
    {
        Assert.Equal(
            new DiscountTerms("SUMMER", 10, null, 3),
            CouponDiscount.Kept(CouponSamples.Percent(10, 3), new Money(99))
        );
        Assert.Equal(
            new DiscountTerms("SUMMER", null, new Money(99), null),
            CouponDiscount.Kept(CouponSamples.Amount(500, null), new Money(99))
        );
        Assert.Null(CouponDiscount.Kept(CouponSamples.Amount(500), new Money(99)));
        Assert.Null(CouponDiscount.Kept(CouponSamples.Amount(500, 3), Money.Zero));
        Assert.Null(CouponDiscount.Kept(null, Money.Zero));
    }

    private static OrderLine[] Lines(CouponTerms coupon, params Offer[] offers) =>
        [.. CouponDiscount.Apply(coupon, [.. offers.Select(o => new OrderLine(o, o.Gross))])];
}
