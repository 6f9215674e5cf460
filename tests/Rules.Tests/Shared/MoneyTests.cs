using CsCheck;

namespace Elizon.Rules.Tests.Shared;

public sealed class MoneyTests
{
    private static readonly Gen<long[]> Weights = Gen.Long[0, 1_000_000]
        .Array[1, 40]
        .Where(w => w.Any(x => x > 0));

    [Fact]
    public void Parts_sum_to_the_whole_with_its_sign() =>
        Gen.Select(Gen.Long[-10_000_000, 10_000_000], Weights)
            .Sample(
                (cents, weights) =>
                {
                    var parts = new Money(cents).Split(weights);
                    Assert.Equal(new Money(cents), Money.Sum(parts));
                    Assert.All(parts, p => Assert.True(Math.Sign(p.Cents) * Math.Sign(cents) >= 0));
                }
            );

    [Fact]
    public void No_part_is_off_its_exact_share_by_a_cent_and_nothing_gets_nothing() =>
        Gen.Select(Gen.Long[-10_000_000, 10_000_000], Weights)
            .Sample(
                (cents, weights) =>
                {
                    var parts = new Money(cents).Split(weights);
                    var total = (decimal)weights.Sum();
                    for (var i = 0; i < weights.Length; i++)
                    {
                        Assert.True(Math.Abs(parts[i].Cents - cents * weights[i] / total) < 1);
                        Assert.True(weights[i] > 0 || parts[i] == Money.Zero);
                    }
                }
            );

    [Fact]
    public void Taking_all_parts_back_is_the_exact_negative() =>
        Gen.Select(Gen.Long[0, 10_000_000], Weights)
            .Sample(
                (cents, weights) =>
                    Assert.Equal(
                        new Money(cents).Split(weights).Select(p => -p),
                        new Money(-cents).Split(weights)
                    )
            );

    [Theory]
    [InlineData(0.005, 1)]
    [InlineData(-0.005, -1)]
    [InlineData(0.0149, 1)]
    [InlineData(1.115, 112)]
    public void Half_a_cent_is_rounded_away_from_zero(double euros, long cents) =>
        Assert.Equal(new Money(cents), Money.Round((decimal)euros));
}
