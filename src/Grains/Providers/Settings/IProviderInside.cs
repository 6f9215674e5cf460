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
}
