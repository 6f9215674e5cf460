using Elizon.Subscriptions;

namespace Elizon.Grains.Subscriptions;

/// <summary>The contract in the shape others see.</summary>
internal static class SubscriptionViews
{
    public static SubscriptionView ToView(this SubscriptionState state)
    {
        var order = state.Order!;
        var list = SubscriptionPrices.List(state);
        var goesOn = state is { EndedAt: null, CancelAtEnd: false };
        return new SubscriptionView(
            order.Id,
            order.Name,
            order.ProductName,
            state.Status,
            state.Cycle,
            state.Cycle,
            state.Price,
            list - SubscriptionPrices.Discount(state, list),
            state.PeriodStart,
            state.PaidUntil,
            goesOn && state.Open is null ? state.RenewAt : null,
            state.Open?.Invoice,
            state.Autopay,
            state.NetPointsFirst,
            state.CancelAtEnd || state.Ends is not null,
            state.EndedAt ?? (state.CancelAtEnd ? state.PaidUntil : state.Ends?.At),
            goesOn && !state.BonusTaken && order.AddOn is null,
            goesOn && !state.Loyal && order.AddOn is null,
            order.AddOn?.Service,
            state.BillTo?.Id,
            state.PriceChange?.Price,
            state.PriceChange?.From
        );
    }
}
