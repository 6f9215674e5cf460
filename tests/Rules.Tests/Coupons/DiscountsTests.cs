using CsCheck;
using Elizon.Coupons;
using Elizon.Grains.Coupons;

namespace Elizon.Rules.Tests.Coupons;

public sealed class DiscountsTests
{
    private static readonly Money Price = new(999);

    [Theory]
    [InlineData(0, 100)]
    [InlineData(3, 100)]
    [InlineData(4, 0)]
    public void Three_renewals_after_the_first_cycle_are_discounted(int renewal, long off) =>
        Assert.Equal(
            new Money(off),
            Discounts.For(new DiscountTerms("X", 10, null, 3), renewal, Price)
        );

    [Theory]
    [InlineData(0, 250)]
    [InlineData(1, 0)]
    public void A_coupon_for_the_first_cycle_gives_nothing_at_renewals(int renewal, long off) =>
        Assert.Equal(
            new Money(off),
            Discounts.For(new DiscountTerms("X", null, new Money(250), 0), renewal, Price)
        );

    [Fact]
    public void One_for_all_renewals_never_ends() =>
        Assert.Equal(
            new Money(100),
            Discounts.For(new DiscountTerms("X", 10, null, null), 1_000, Price)
        );

    [Fact]
    public void Without_terms_there_is_none() =>
        Assert.Equal(Money.Zero, Discounts.For(null, 0, Price));

    [Fact]
    public void It_never_exceeds_the_price_nor_goes_below_zero() =>
        Gen.Select(Gen.Long[-100, 100_000], Gen.Int[1, 10_000], Gen.Long[1, 100_000], Gen.Bool)
            .Sample(
                (price, percent, cents, byPercent) =>
                {
                    var terms = byPercent
                        ? new DiscountTerms("X", percent / 100m, null, null)
                        : new DiscountTerms("X", null, new Money(cents), null);
                    var off = Discounts.For(terms, 1, new Money(price));
                    Assert.True(off >= Money.Zero && off.Cents <= Math.Max(0, price));
                }
            );
}
