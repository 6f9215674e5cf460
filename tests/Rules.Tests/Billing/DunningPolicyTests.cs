using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Grains.Billing.Renewals;

namespace Elizon.Rules.Tests.Billing;

/// <summary>Which stages may be configured, and when they come.</summary>
public sealed class DunningPolicyTests
{
    private static readonly DateTimeOffset Due = Samples.Now;

    [Fact]
    public void Stages_up_to_every_bound_are_right()
    {
        Assert.Null(DunningPolicy.Fault([Stage(0), Stage(3_650, "Terminate", 100m)]));
        Assert.Null(DunningPolicy.Fault([Text(500, 500), Stage(2, "Terminate")]));
    }

    [Fact]
    public void There_is_at_least_one() =>
        Assert.StartsWith(
            "needs at least one stage",
            DunningPolicy.Fault(Array.Empty<DunningStage>())
        );

    [Fact]
    public void Each_has_a_known_deed() =>
        Assert.StartsWith(
            "needs at least one stage, each with a deed",
            DunningPolicy.Fault([Stage(1, "Shout"), Stage(2, "Terminate")])
        );

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(-1, 1)]
    [InlineData(1, 3_651)]
    public void Days_rise_within_ten_years(int first, int last) =>
        Assert.StartsWith(
            "needs rising days",
            DunningPolicy.Fault([Stage(first), Stage(last, "Terminate")])
        );

    [Theory]
    [InlineData(-0.01)]
    [InlineData(100.01)]
    public void Fees_have_bounds(double fee) =>
        Assert.StartsWith(
            "has fees",
            DunningPolicy.Fault([Stage(1, fee: (decimal)fee), Stage(2, "Terminate")])
        );

    [Theory]
    [InlineData(501, 1)]
    [InlineData(1, 501)]
    public void Texts_have_bounds(int german, int english) =>
        Assert.StartsWith(
            "has texts",
            DunningPolicy.Fault([Text(german, english), Stage(2, "Terminate")])
        );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_text_is_there_in_both_languages_or_in_none(bool german) =>
        Assert.StartsWith(
            "needs a text in both",
            DunningPolicy.Fault([
                new DunningStage
                {
                    Days = 1,
                    TextDe = german ? "x" : null,
                    TextEn = german ? null : "x",
                },
                Stage(2, "Terminate"),
            ])
        );

    [Fact]
    public void The_last_one_terminates() =>
        Assert.StartsWith("must end with Terminate", DunningPolicy.Fault([Stage(1)]));

    [Fact]
    public void Stages_come_by_day_and_none_behind_the_last()
    {
        var policy = Policy();
        Assert.Equal(
            [Due.AddDays(1), Due.AddDays(3), Due.AddDays(9), null],
            Enumerable.Range(0, 4).Select(stage => policy.At(stage, Due))
        );
        Assert.Equal(DunningDeed.Suspend, policy[1].Deed);
        Assert.Equal(DunningDeed.Terminate, policy[7].Deed);
    }

    [Fact]
    public void A_deed_that_there_is_not_never_comes()
    {
        Assert.Equal(Due.AddDays(3), Policy().When(DunningDeed.Suspend, Due));
        Assert.Null(Policy().When(DunningDeed.Announce, Due));
    }

    [Fact]
    public void A_product_may_have_its_own()
    {
        var options = new DunningOptions { Stages = [Stage(4, "Terminate")] };
        options.Products["special"] = [Stage(5, "Terminate")];
        Assert.Equal(5, DunningPolicy.Of(options, new ProductId("special"))[0].Days);
        Assert.Equal(4, DunningPolicy.Of(options, new ProductId("plain"))[0].Days);
        Assert.Equal(1, DunningPolicy.Of(new DunningOptions())[0].Days);
    }

    [Fact]
    public void A_text_goes_along_in_both_languages()
    {
        var options = new DunningOptions { Stages = [Text(2, 3), Stage(2, "Terminate")] };
        var text = DunningPolicy.Of(options)[0].Text!;
        Assert.Equal((2, 3), (text.De.Length, text.En.Length));
        Assert.Null(DunningPolicy.Of(options)[1].Text);
    }

    private static DunningPolicy Policy() =>
        DunningPolicy.Of(
            new DunningOptions { Stages = [Stage(1), Stage(3, "Suspend"), Stage(9, "Terminate")] }
        );

    private static DunningStage Stage(int days, string deed = "Remind", decimal fee = 0) =>
        new()
        {
            Days = days,
            Deed = deed,
            Fee = fee,
        };

    private static DunningStage Text(int german, int english) =>
        new()
        {
            Days = 1,
            TextDe = new string('d', german),
            TextEn = new string('e', english),
        };
}
