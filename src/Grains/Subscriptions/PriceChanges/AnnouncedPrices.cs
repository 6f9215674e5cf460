using Elizon.Grains.Billing;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Subscriptions.PriceChanges;

/// <summary>What a contract does with a new price of its product.</summary>
internal static class AnnouncedPrices
{
    /// <summary>
    /// Takes it and tells the customer. A contract that hears late holds the old price until its own notice is over. One
    /// that was announced before is replaced. Null: it has ended, has another cycle by now, adds to a service, or its
    /// price stays the same.
    /// </summary>
    public static Change<SubscriptionState>? Take(
        SubscriptionState state,
        PriceAnnounced told,
        House house,
        DateTimeOffset now
    )
    {
        if (
            state is not { Order: { AddOn: null } order, EndedAt: null }
            || state.Cycle != told.Cycle
        )
            return null;
        if (state.PriceChange?.Announced == told.PriceChange)
            return null;
        var held = SubscriptionPrices.List(state);
        var price = Of(told, held);
        if (price == held && state.PriceChange?.HoldsOn(state.PaidDay) != false)
            return null;
        var earliest = house.PriceNotice(now);
        var from = price > held && told.From < earliest ? earliest : told.From;
        return Changing
            .Announce(Meanwhile(state, told, from), Later(told, price, from), house)
            .Record(
                new AnnouncedPriceRow(
                    told.PriceChange,
                    order.Id,
                    order.Owner,
                    held,
                    price,
                    from,
                    now
                )
            );
    }

    /// <summary>A change of size that the provider refuses later must not take the new price back with it.</summary>
    private static SubscriptionState Meanwhile(
        SubscriptionState state,
        PriceAnnounced told,
        DateOnly from
    ) =>
        state.UnderWay is { Before: { } before } underWay
            ? state with
            {
                UnderWay = underWay with
                {
                    Before = before with
                    {
                        PriceChange = Later(
                            told,
                            Of(
                                told,
                                SubscriptionPrices.List(
                                    before.Price,
                                    before.PriceChange,
                                    before.PaidDay
                                )
                            ),
                            from
                        ),
                    },
                },
            }
            : state;

    private static PriceChange Later(PriceAnnounced told, Money price, DateOnly from) =>
        new(price, from) { Announced = told.PriceChange };

    private static Money Of(PriceAnnounced told, Money held) =>
        new SizePrice(told.Cycle, told.Before, told.After).Of(held);
}
