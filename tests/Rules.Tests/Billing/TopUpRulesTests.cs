using Elizon.Billing;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.AutoTopUps;
using Elizon.Payments;

namespace Elizon.Rules.Tests.Billing;

/// <summary>What a customer may ask of automatic top-ups, up to its bounds.</summary>
public sealed class TopUpRulesTests
{
    private static readonly AutoTopUpId Id = new("rule");
    private static readonly House House = Samples.House;

    [Fact]
    public void The_least_and_the_most_are_taken()
    {
        var least = Create(1, House.TopUpMin.Cents, House.TopUpMin.Cents);
        Assert.Equal(House.TopUpMin, least.TopUps.Rule!.Amount);
        var most = Create(House.TopUpMax.Cents, House.TopUpMax.Cents, House.TopUpMax.Cents);
        Assert.Equal(House.TopUpMax, most.TopUps.Rule!.DailyMax);
    }

    [Theory]
    [InlineData(0, 1_000, 1_000)]
    [InlineData(100_001, 1_000, 1_000)]
    [InlineData(500, 499, 1_000)]
    [InlineData(500, 100_001, 100_001)]
    [InlineData(500, 1_000, 999)]
    [InlineData(500, 1_000, 50_001)]
    public void What_is_out_of_bounds_is_refused(long threshold, long amount, long dailyMax)
    {
        Assert.Throws<Refusal>(() => Create(threshold, amount, dailyMax));
        Assert.Throws<Refusal>(() =>
            Update(Create(500, 1_000, 2_000), threshold, amount, dailyMax)
        );
    }

    [Fact]
    public void Without_a_daily_limit_it_is_the_houses_or_one_top_up()
    {
        Assert.Equal(House.AutoTopUpDailyMax, Create(500, 1_000, null).TopUps.Rule!.DailyMax);
        Assert.Equal(new Money(60_000), Create(500, 60_000, null).TopUps.Rule!.DailyMax);
    }

    [Fact]
    public void A_change_changes_what_it_names_alone()
    {
        var rule = Update(Create(500, 1_000, 2_000), 600, null, null).TopUps.Rule!;
        Assert.Equal(
            (new Money(600), new Money(1_000), new Money(2_000), true),
            (rule.Threshold, rule.Amount, rule.DailyMax, rule.Enabled)
        );
        rule = Update(Create(500, 1_000, 2_000), null, 1_500, 3_000).TopUps.Rule!;
        Assert.Equal(
            (new Money(500), new Money(1_500), new Money(3_000)),
            (rule.Threshold, rule.Amount, rule.DailyMax)
        );
    }

    [Fact]
    public void Switched_on_again_it_starts_without_failures()
    {
        var off = Failed(enabled: false);
        var on = Update(off, enabled: true).TopUps.Rule!;
        Assert.Equal((true, 0, null), (on.Enabled, on.Failures, on.OffReason));
    }

    [Fact]
    public void A_change_that_switches_nothing_on_forgives_nothing()
    {
        Assert.Equal(2, Update(Failed(enabled: true), enabled: true).TopUps.Rule!.Failures);
        var off = Update(Failed(enabled: false), threshold: 600).TopUps.Rule!;
        Assert.Equal((false, 2, "reason"), (off.Enabled, off.Failures, off.OffReason));
    }

    [Fact]
    public void Nothing_is_collected_without_a_method()
    {
        var without = Failed(enabled: false) with { SavedMethod = null };
        Assert.Throws<Refusal>(() => Update(without, enabled: true));
        Assert.False(Update(without, enabled: false).TopUps.Rule!.Enabled);
        Assert.Throws<Refusal>(() => Create(new AccountState(), 500, 1_000, null));
    }

    [Fact]
    public void There_is_one_and_it_is_known_by_its_id()
    {
        var state = Create(500, 1_000, null);
        Assert.Throws<Refusal>(() => Create(state, 500, 1_000, null));
        Assert.Throws<Refusal>(() => TopUpRules.Delete(state, new AutoTopUpId("other")));
        Assert.Null(TopUpRules.Delete(state, Id).TopUps.Rule);
        Assert.Single(TopUpRules.Views(state));
        Assert.Empty(TopUpRules.Views(TopUpRules.Delete(state, Id)));
    }

    private static AccountState Failed(bool enabled)
    {
        var state = Create(500, 1_000, 2_000);
        return state with
        {
            TopUps = state.TopUps with
            {
                Rule = state.TopUps.Rule! with
                {
                    Enabled = enabled,
                    Failures = 2,
                    OffReason = "reason",
                },
            },
        };
    }

    private static AccountState Create(long threshold, long amount, long? dailyMax) =>
        Create(
            new AccountState
            {
                SavedMethod = new SavedMethod(new MandateId("mdt_1"), "creditcard", "M-1"),
            },
            threshold,
            amount,
            dailyMax
        );

    private static AccountState Create(
        AccountState state,
        long threshold,
        long amount,
        long? dailyMax
    ) =>
        TopUpRules.Create(
            state,
            Id,
            new AutoTopUpTerms(new Money(threshold), new Money(amount), Of(dailyMax)),
            "de",
            House,
            Samples.Now
        );

    private static AccountState Update(
        AccountState state,
        long? threshold = null,
        long? amount = null,
        long? dailyMax = null,
        bool? enabled = null
    ) =>
        TopUpRules.Update(
            state,
            Id,
            new AutoTopUpChange(Of(threshold), Of(amount), Of(dailyMax), enabled),
            House
        );

    private static Money? Of(long? cents) => cents is { } known ? new Money(known) : null;
}
