using CsCheck;
using Elizon.Grains.Billing.Pricing;

namespace Elizon.Rules.Tests.Billing;

public sealed class TaxShareTests
{
    private static readonly decimal[] Rates =
    [
        0,
        7,
        8.1m,
        16,
        17,
        19,
        20,
        21,
        22,
        24,
        25,
        25.5m,
        27,
    ];

    [Theory]
    [InlineData(999, 19, 160)] // the invoicing sheet's example: net 8.39, not 8.40
    [InlineData(1190, 19, 190)]
    [InlineData(1, 19, 0)]
    [InlineData(3, 19, 0)]
    [InlineData(4, 19, 1)]
    [InlineData(10000, 25.5, 2032)]
    [InlineData(500, 0, 0)]
    public void Tax_is_taken_out_of_the_gross_price(long gross, decimal rate, long tax) =>
        Assert.Equal(new Money(tax), TaxShare.ContainedIn(new Money(gross), rate));

    [Fact]
    public void Parts_sum_to_the_group_and_each_part_to_its_price() =>
        Gen.Select(
                Gen.Long[0, 500_000].Array[1, 60],
                Gen.Int[0, Rates.Length - 1].Select(i => Rates[i])
            )
            .Sample(
                (cents, rate) =>
                {
                    Money[] gross = [.. cents.Select(c => new Money(c))];
                    var parts = TaxShare.Spread(gross, rate);
                    var group = TaxShare.ContainedIn(Money.Sum(gross), rate);
                    Assert.Equal(group, Money.Sum(parts.Select(p => p.Tax)));
                    Assert.Equal(gross, parts.Select(p => p.Gross));
                    Assert.All(parts, p => Assert.True(p.Tax >= Money.Zero && p.Net >= Money.Zero));
                }
            );

    [Fact]
    public void No_part_is_off_its_exact_tax_by_a_cent_or_more() =>
        Gen.Select(
                Gen.Long[1, 500_000].Array[1, 60],
                Gen.Int[0, Rates.Length - 1].Select(i => Rates[i])
            )
            .Sample(
                (cents, rate) =>
                {
                    var parts = TaxShare.Spread([.. cents.Select(c => new Money(c))], rate);
                    for (var i = 0; i < cents.Length; i++)
                    {
                        var exact = cents[i] * rate / (100 + rate);
                        // Half a cent of the group's rounding, and less than one of the spreading.
                        Assert.True(Math.Abs(parts[i].Tax.Cents - exact) < 1.5m);
                    }
                }
            );
}
