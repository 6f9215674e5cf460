using Elizon.Catalog;
using Elizon.Subscriptions;

namespace Elizon.Checkout;

/// <summary>What a customer thinks of ordering.</summary>
/// <param name="Items">Products, or add-ons; empty only beside upgrades.</param>
/// <param name="CouponCode">Counts for the items; null for none.</param>
/// <param name="Upgrades">Changes of servers that run; null for none.</param>
/// <param name="NetPoints">How many points would pay for the items, a cent each.</param>
[GenerateSerializer, Immutable, Alias("CartToPrice")]
public sealed record CartToPrice(
    [property: Id(0)] CartItem[] Items,
    [property: Id(1)] string? CouponCode = null,
    [property: Id(2)] UpgradeItem[]? Upgrades = null,
    [property: Id(3)] int NetPoints = 0
);

/// <summary>A change of a server's size in a cart.</summary>
[GenerateSerializer, Immutable, Alias("UpgradeItem")]
public sealed record UpgradeItem(
    [property: Id(0)] ServiceId ServiceId,
    [property: Id(1)] ResourceWishes Resources
);
