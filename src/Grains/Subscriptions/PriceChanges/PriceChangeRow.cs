using Elizon.Grains.Storage;

namespace Elizon.Grains.Subscriptions.PriceChanges;

/// <summary>A new price of a product, for lists.</summary>
[Table("price_change", WriteMode.Upsert)]
internal sealed record PriceChangeRow(
    [property: Key] PriceChangeId Id,
    ProductId Product,
    int Cycle,
    Money Before,
    Money After,
    DateOnly FromDay,
    DateTimeOffset At,
    int Contracts,
    int OwnPrice,
    int Visited,
    DateTimeOffset? DoneAt
) : Row
{
    public static PriceChangeRow Of(PriceChangeId id, PriceChangeState state) =>
        new(
            id,
            state.Terms!.Product,
            state.Terms.BillingCycle,
            state.Terms.Before!.Value,
            state.Terms.Price,
            state.Terms.From,
            state.At,
            state.Contracts,
            state.OwnPrice,
            state.Visited,
            state.DoneAt
        );
}

/// <summary>
/// A contract that took a new price. A message that comes twice finds its row here, and then its id among those that were
/// handled: the row itself must not fail that commit.
/// </summary>
[Table("announced_price", WriteMode.InsertIfAbsent)]
internal sealed record AnnouncedPriceRow(
    [property: Key] PriceChangeId PriceChange,
    [property: Key] ServiceId Service,
    UserId Owner,
    Money Before,
    Money After,
    DateOnly FromDay,
    DateTimeOffset At
) : Row;
