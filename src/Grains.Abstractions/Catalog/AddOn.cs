using System.Text.Json.Serialization;

namespace Elizon.Catalog;

/// <summary>What can be added to a running service.</summary>
[GenerateSerializer, Alias("AddOnKind")]
public enum AddOnKind
{
    /// <summary>A further address that players reach it at: on a panel an IP with a port.</summary>
    [JsonStringEnumMemberName("ip")]
    Address,

    /// <summary>A step of further disk space.</summary>
    [JsonStringEnumMemberName("storage")]
    Storage,
}

/// <summary>A cart line that adds to a service instead of making one.</summary>
[GenerateSerializer, Immutable, Alias("CartAddOn")]
public sealed record CartAddOn(
    [property: Id(0)] ServiceId ServiceId,
    [property: Id(1)] AddOnKind Kind
);

/// <summary>What exactly was added. It ends with its service, and is a contract of its own until then.</summary>
/// <param name="Amount">MiB of disk; 1 for an address.</param>
/// <param name="Price">Of a whole cycle in the home country, VAT included; the first charge is a part of it.</param>
/// <param name="Until">First day behind what the order pays: when the service's paid time ended as it was ordered.</param>
/// <param name="At">Time of day at which its periods end: the service's.</param>
[GenerateSerializer, Immutable, Alias("SoldAddOn")]
public sealed record SoldAddOn(
    [property: Id(0)] ServiceId Service,
    [property: Id(1)] AddOnKind Kind,
    [property: Id(2)] int Amount,
    [property: Id(3)] Money Price,
    [property: Id(4)] DateOnly Until,
    [property: Id(5)] TimeOnly At
);

/// <summary>What add-ons of a product cost per 30 days, VAT included; null where none is sold.</summary>
/// <param name="StorageStep">MiB that one piece of storage brings.</param>
[GenerateSerializer, Immutable, Alias("AddOnPrices")]
public sealed record AddOnPrices(
    [property: Id(0)] Money? Address,
    [property: Id(1)] Money? Storage,
    [property: Id(2)] int StorageStep
);
