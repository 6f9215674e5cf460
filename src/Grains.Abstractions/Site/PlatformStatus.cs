namespace Elizon.Site;

/// <summary>How well a part works.</summary>
[GenerateSerializer, Alias("ComponentState")]
public enum ComponentState
{
    Operational,

    /// <summary>Works, but later than it should.</summary>
    Degraded,

    Down,
}

/// <summary>One part of the platform as the public sees it.</summary>
/// <param name="Key">Stable: "database", "orders".</param>
[GenerateSerializer, Immutable, Alias("ComponentStatus")]
public sealed record ComponentStatus(
    [property: Id(0)] string Key,
    [property: Id(1)] string Name,
    [property: Id(2)] ComponentState State
);

/// <summary>The platform's state.</summary>
/// <param name="State">The worst of its components.</param>
/// <param name="CheckedAt">At most five seconds ago, UTC.</param>
[GenerateSerializer, Immutable, Alias("PlatformStatus")]
public sealed record PlatformStatus(
    [property: Id(0)] ComponentState State,
    [property: Id(1)] ComponentStatus[] Components,
    [property: Id(2)] DateTimeOffset CheckedAt
);

/// <summary>Says how the platform is. Stateless; looks at most every five seconds.</summary>
[Alias("IStatusReader")]
public interface IStatusReader : IGrainWithIntegerKey
{
    [Alias("Status")]
    Task<PlatformStatus> Status();
}

/// <summary>The only way to the grains of this feature.</summary>
public static class SiteGrainFactory
{
    public static IStatusReader StatusReader(this IGrainFactory grains) =>
        grains.GetGrain<IStatusReader>(0);
}
