using Elizon.Catalog;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Catalog;
using Elizon.Grains.Services;
using Elizon.Subscriptions;

namespace Elizon.Grains.Subscriptions;

/// <summary>Changes of size in the shapes others see.</summary>
internal static class UpgradeViewing
{
    public static UpgradeOptions Options(
        SubscriptionState state,
        ProductSizes? sizes,
        House house,
        DateTimeOffset now
    )
    {
        var held = state.Order!.Plan.Limits();
        return new UpgradeOptions(
            state.Order.Id,
            held.Shown(),
            sizes is null ? [] : WantedSize.Choices(sizes, held, state.Cycle),
            state.Cycle,
            SubscriptionPrices.List(state),
            state.PaidUntil,
            PaidTime.DaysFrom(state, PaidTime.FirstWhole(state, house, now)),
            PaidTime.Over(state.Carry),
            state.UnderWay is { } underWay ? Resizing.Operation(underWay.Terms.Change) : null
        );
    }

    public static UpgradeQuote Quote(
        SubscriptionState state,
        UpgradePlan plan,
        UpgradeTerms terms,
        RenewalQuote price,
        House house,
        string quote
    )
    {
        var order = state.Order!;
        return new UpgradeQuote(
            plan.Kind,
            order.Id,
            order.Name,
            order.ProductName,
            order.Plan.Limits().Shown(),
            terms.Limits.Shown(),
            terms.From,
            PaidTime.DaysFrom(state, terms.From),
            Cents(plan.Worth),
            Cents(plan.Cost),
            PaidTime.Over(state.Carry),
            price.Net,
            price.Tax,
            price.Total,
            price.TaxRate,
            terms.Currency,
            plan.ExtraDays,
            PaidTime.Over(plan.Carry),
            house.At(plan.PaidDay, state.At),
            state.Cycle,
            SubscriptionPrices.List(state),
            SubscriptionPrices.List(plan.Apply(state, terms.Limits)),
            quote,
            terms.ExpiresAt
        );
    }

    /// <param name="next">The contract at its new size.</param>
    public static ContractChange Made(
        SubscriptionState next,
        UpgradePlan plan,
        UpgradeTerms terms
    ) =>
        new(
            plan.Kind,
            terms.Service,
            terms.Limits.Shown(),
            terms.Total,
            terms.Total > Money.Zero ? terms.Invoice : null,
            plan.ExtraDays,
            PaidTime.Over(plan.Carry),
            next.PaidUntil,
            SubscriptionPrices.List(next),
            Resizing.Operation(terms.Change)
        );

    private static Money Cents(decimal cents) => Money.Round(cents / 100);
}
