using Elizon.Billing;
using Elizon.Grains.Billing.Closing;
using Elizon.Payments;

namespace Elizon.Grains.Billing.AutoTopUps;

/// <summary>What a customer may ask of automatic top-ups.</summary>
internal static class TopUpRules
{
    /// <exception cref="Refusal">Invalid, Conflict.</exception>
    public static AccountState Create(
        AccountState state,
        AutoTopUpId id,
        AutoTopUpTerms terms,
        string locale,
        House house,
        DateTimeOffset now
    )
    {
        ClosingRules.GuardOpen(state);
        if (state.TopUps.Rule is not null)
            throw BillingRefusals.AutoTopUpExists();
        if (state.SavedMethod is null)
            throw PaymentRefusals.NoMethod();
        var rule = new AutoTopUpRule(
            id,
            terms.Threshold,
            terms.Amount,
            terms.DailyMax ?? Largest(terms.Amount, house),
            locale,
            now
        );
        Check(rule, house);
        return With(state, rule);
    }

    /// <exception cref="Refusal">NotFound, Invalid, Conflict.</exception>
    public static AccountState Update(
        AccountState state,
        AutoTopUpId id,
        AutoTopUpChange change,
        House house
    )
    {
        ClosingRules.GuardOpen(state);
        var rule = Find(state, id);
        var isSwitchedOn = change.Enabled == true && !rule.Enabled;
        if (isSwitchedOn && state.SavedMethod is null)
            throw PaymentRefusals.NoMethod();
        var next = rule with
        {
            Threshold = change.Threshold ?? rule.Threshold,
            Amount = change.Amount ?? rule.Amount,
            DailyMax = change.DailyMax ?? rule.DailyMax,
            Enabled = change.Enabled ?? rule.Enabled,
            Failures = isSwitchedOn ? 0 : rule.Failures,
            OffReason = isSwitchedOn ? null : rule.OffReason,
        };
        Check(next, house);
        return With(state, next);
    }

    /// <exception cref="Refusal">NotFound.</exception>
    public static AccountState Delete(AccountState state, AutoTopUpId id)
    {
        Find(state, id);
        return With(state, null);
    }

    public static AutoTopUpView[] Views(AccountState state) =>
        state.TopUps.Rule is { } rule ? [ToView(rule, state)] : [];

    public static AutoTopUpView ToView(AutoTopUpRule rule, AccountState state) =>
        new(
            rule.Id,
            rule.Threshold,
            rule.Amount,
            rule.DailyMax,
            rule.Enabled,
            rule.Failures,
            rule.OffReason,
            state.SavedMethod?.Mandate,
            state.TopUps.UnderWay?.Payment,
            rule.CreatedAt
        );

    private static AutoTopUpRule Find(AccountState state, AutoTopUpId id) =>
        state.TopUps.Rule is { } rule && rule.Id == id
            ? rule
            : throw CommonRefusals.NotFound("automatic top-up");

    private static void Check(AutoTopUpRule rule, House house)
    {
        var faults = new List<string>();
        if (rule.Threshold <= Money.Zero || rule.Threshold > house.TopUpMax)
            faults.Add($"'threshold' must be above 0.00 and at most {house.TopUpMax}.");
        if (rule.Amount < house.TopUpMin || rule.Amount > house.TopUpMax)
            faults.Add($"'amount' must be between {house.TopUpMin} and {house.TopUpMax}.");
        if (rule.DailyMax < rule.Amount || rule.DailyMax > Largest(rule.Amount, house))
            faults.Add(
                $"'dailyMax' must be at least the amount and at most {Largest(rule.Amount, house)}."
            );
        if (faults.Count > 0)
            throw CommonRefusals.Invalid([.. faults]);
    }

    /// <summary>One top-up a day is always allowed.</summary>
    private static Money Largest(Money amount, House house) =>
        amount > house.AutoTopUpDailyMax ? amount : house.AutoTopUpDailyMax;

    private static AccountState With(AccountState state, AutoTopUpRule? rule) =>
        state with
        {
            TopUps = state.TopUps with { Rule = rule },
        };
}
