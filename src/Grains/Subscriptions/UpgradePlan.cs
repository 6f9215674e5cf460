using System.Collections.Immutable;
using Elizon.Catalog;
using Elizon.Grains.Catalog;
using Elizon.Subscriptions;

namespace Elizon.Grains.Subscriptions;

/// <summary>What a change comes to: pure, so that preview and charge cannot differ.</summary>
/// <param name="Worth">Cents that the whole days left are worth at the size held before.</param>
/// <param name="Cost">Cents that the same days are worth at the new size.</param>
/// <param name="Charge">As in the catalogue: with the home country's VAT.</param>
/// <param name="Carry">Cents that are over (or short, by less than one) afterwards.</param>
internal sealed record UpgradePlan(
    ChangeKind Kind,
    decimal Worth,
    decimal Cost,
    Money Charge,
    int ExtraDays,
    decimal Carry,
    ImmutableList<PaidSpan> Spans,
    DateOnly PaidDay,
    Money Price,
    PriceChange? PriceChange
)
{
    public static UpgradePlan Of(SubscriptionState state, UpgradeTerms terms)
    {
        var (order, before) = (state.Order!, PaidTime.From(state, terms.From));
        var after = before.ConvertAll(s => s with { List = terms.Price(s.Days).Of(s.List) });
        var worth = PaidTime.Worth(order, before, terms.From);
        var cost = PaidTime.Worth(order, after, terms.From);
        var price = terms.Price(state.Cycle).Of(state.Price);
        var kind =
            cost < worth || (cost == worth && price < state.Price)
                ? ChangeKind.Downgrade
                : ChangeKind.Upgrade;
        // What was over from an earlier change is used first; what was short is owed.
        var owed = PaidTime.Exact(cost - worth - state.Carry);
        var charge = owed > 0 && kind == ChangeKind.Upgrade ? Money.Round(owed / 100) : Money.Zero;
        var left = charge.Cents - owed;
        var perDay = PaidTime.PerDay(order, after[^1]);
        var days = kind == ChangeKind.Downgrade ? PaidTime.Days(left, perDay) : 0;
        var until = state.PaidDay.AddDays(days);
        return new UpgradePlan(
            kind,
            worth,
            cost,
            charge,
            days,
            PaidTime.Exact(left - days * perDay),
            after.Ending(until),
            until,
            price,
            state.PriceChange is { } later
                ? later with
                {
                    Price = terms.Price(state.Cycle).Of(later.Price),
                }
                : null
        );
    }

    /// <summary>The contract at its new size.</summary>
    public SubscriptionState Apply(SubscriptionState state, PlanLimits limits) =>
        state with
        {
            Order = state.Order! with { Plan = state.Order.Plan.With(limits) },
            Spans = Spans,
            Carry = Carry,
            Price = Price,
            PriceChange = PriceChange,
        };
}
