using Elizon.Billing;

namespace Elizon.Grains.Billing.Renewals;

/// <summary>The stages that are still to come for an open invoice if nothing is paid; pure.</summary>
internal static class DunningPlan
{
    /// <param name="other">Another policy to try; null: the one that holds.</param>
    /// <param name="holds">The invoice's own; what it planned next counts as long as no other is tried.</param>
    /// <param name="until">Exclusive.</param>
    public static DunningForecast Of(
        AccountId account,
        OpenInvoice open,
        DunningPolicy? other,
        DunningPolicy holds,
        DateTimeOffset until
    ) =>
        new(
            account,
            open.Id,
            open.Service,
            open.Name,
            open.ToPay,
            open.DueAt,
            open.HasMoneyComing,
            [.. Steps(open, other, holds).TakeWhile(s => s.At < until)]
        );

    private static IEnumerable<DunningForecastStep> Steps(
        OpenInvoice open,
        DunningPolicy? other,
        DunningPolicy holds
    )
    {
        // The contract has ended already; only the claim is left.
        if (open.NextAt is not { } planned)
            yield break;
        var policy = other ?? holds;
        // An invoice that is further than a shorter policy has its last stage still before it.
        for (
            var stage = Math.Min(open.Stage, policy.Stages.Length - 1);
            stage < policy.Stages.Length;
            stage++
        )
        {
            var at =
                other is null && stage == open.Stage
                    ? planned
                    : policy.At(stage, open.DueAt)!.Value;
            yield return new DunningForecastStep(
                at,
                Dunning.DeedOf(open, policy[stage]),
                policy[stage].Fee
            );
        }
    }
}
