using System.ComponentModel.DataAnnotations;
using Elizon.Subscriptions;

namespace Elizon.Api.Subscriptions;

/// <summary>A change to price.</summary>
/// <param name="Resources">What the server shall have; what is left out stays.</param>
public sealed record QuoteChangeBody(ServiceId ServiceId, ResourcesBody Resources);

/// <summary>How much of each resource.</summary>
/// <param name="Memory">MiB.</param>
/// <param name="Disk">MiB.</param>
/// <param name="Cpu">Percent of one core.</param>
public sealed record ResourcesBody(
    [property: Range(0, 16_777_216)] int? Memory = null,
    [property: Range(0, 16_777_216)] int? Disk = null,
    [property: Range(0, 12_800)] int? Cpu = null,
    [property: Range(0, 100)] int? Databases = null,
    [property: Range(0, 100)] int? Allocations = null,
    [property: Range(0, 100)] int? Backups = null
)
{
    internal ResourceWishes Wishes => new(Memory, Disk, Cpu, Databases, Allocations, Backups);
}

/// <summary>An order of a quoted upgrade.</summary>
/// <param name="Quote">As cart/upgrade gave it.</param>
/// <param name="NetPoints">True: NetPoints pay before the balance does.</param>
/// <param name="Restart">True: a running server is started again, so that it uses all of its new size.</param>
public sealed record UpgradeBody(
    [property: MinLength(1), MaxLength(4000)] string Quote,
    bool NetPoints = false,
    bool Restart = false
)
{
    internal ChangeOrder Order => new(Quote, NetPoints, Restart);
}

/// <summary>An order of a quoted downgrade.</summary>
/// <param name="Restart">A running server is started again unless this is false.</param>
public sealed record DowngradeBody(
    [property: MinLength(1), MaxLength(4000)] string Quote,
    bool Restart = true
)
{
    internal ChangeOrder Order => new(Quote, NetPoints: false, Restart);
}
