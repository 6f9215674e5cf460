using Elizon.Grains.Storage;
using Elizon.Subscriptions;

namespace Elizon.Grains.Subscriptions;

/// <summary>A subscription in lists.</summary>
[Table("subscription", WriteMode.Upsert)]
internal sealed record SubscriptionRow(
    [property: Key] ServiceId Service,
    UserId Owner,
    string Product,
    SubscriptionStatus Status,
    DateTimeOffset PaidUntil,
    SubscriptionView View
) : Row
{
    public static SubscriptionRow Of(SubscriptionState state) =>
        new(
            state.Order!.Id,
            state.Order.Owner,
            state.Order.Product.Value,
            state.Status,
            state.PaidUntil,
            state.ToView()
        );
}
