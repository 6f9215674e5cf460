namespace Elizon.Grains.Providers.Settings;

/// <summary>How to reach a provider, with sealed keys: opened by the line, logged by nobody.</summary>
[GenerateSerializer, Immutable, Alias("ProviderConnection")]
internal sealed record ProviderConnection(
    [property: Id(0)] ProviderId Id,
    [property: Id(1)] string Kind,
    [property: Id(2)] string Url,
    [property: Id(3)] Dictionary<string, string> SealedSecrets,
    [property: Id(4)] Dictionary<string, string> Locations
);

/// <summary>The inner side of a provider.</summary>
[Alias("IProviderInside")]
internal interface IProviderInside : IGrainWithStringKey
{
    /// <summary>Null when nobody configured it.</summary>
    [Alias("Connection"), Orleans.Concurrency.AlwaysInterleave]
    Task<ProviderConnection?> Connection();

    /// <summary>When the eggs in the table were read; null before the first time.</summary>
    [Alias("EggsSyncedAt"), Orleans.Concurrency.AlwaysInterleave]
    Task<DateTimeOffset?> EggsSyncedAt();
}

/// <summary>The only way to it.</summary>
internal static class ProviderInsideFactory
{
    public static IProviderInside ProviderInside(this IGrainFactory grains, ProviderId id) =>
        grains.GetGrain<IProviderInside>(GrainId.Create(ProviderId.Kind, id.Value));
}
