namespace Elizon.Providers;

/// <summary>A provider as staff sees it. Keys are never shown.</summary>
/// <param name="Secrets">Names of the keys that are set.</param>
[GenerateSerializer, Immutable, Alias("ProviderView")]
public sealed record ProviderView(
    [property: Id(0)] ProviderId Id,
    [property: Id(1)] string Kind,
    [property: Id(2)] string Name,
    [property: Id(3)] string Url,
    [property: Id(4)] string[] Secrets,
    [property: Id(5)] Dictionary<string, string> Locations,
    [property: Id(6)] int Eggs,
    [property: Id(7)] DateTimeOffset? EggsSyncedAt,
    [property: Id(8)] ProviderSweep? Sweep
);

/// <summary>What the last comparison of our services with the provider's servers found.</summary>
/// <param name="Orphans">Servers that carry our tag but belong to no living service, at most 100.</param>
/// <param name="Missing">Services whose server is gone.</param>
/// <param name="Error">Why it could not be finished; null when it was.</param>
[GenerateSerializer, Immutable, Alias("ProviderSweep")]
public sealed record ProviderSweep(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] int Servers,
    [property: Id(2)] int Differences,
    [property: Id(3)] string[] Orphans,
    [property: Id(4)] string[] Missing,
    [property: Id(5)] string? Error
);

/// <summary>One check of a provider.</summary>
[GenerateSerializer, Immutable, Alias("ProviderCheck")]
public sealed record ProviderCheck(
    [property: Id(0)] string Name,
    [property: Id(1)] bool Ok,
    [property: Id(2)] string Detail
);

/// <summary>One call to a provider, for staff. Holds no key and no personal datum.</summary>
/// <param name="Path">With ids left out: "/api/application/servers/{}".</param>
/// <param name="Status">The HTTP status; 0 when there was no answer.</param>
[GenerateSerializer, Immutable, Alias("ProviderCall")]
public sealed record ProviderCall(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] string Method,
    [property: Id(2)] string Path,
    [property: Id(3)] int Status,
    [property: Id(4)] int Milliseconds,
    [property: Id(5)] string? Error
);

/// <summary>The line to a provider right now.</summary>
/// <param name="Closed">Parts of the provider that are not called for a while because they failed too often: "panel", "node/3".</param>
/// <param name="Budgets">Calls left in this minute by API, as the provider last said.</param>
/// <param name="Calls">The latest calls, newest first, at most 200.</param>
[GenerateSerializer, Immutable, Alias("ProviderLineView")]
public sealed record ProviderLineView(
    [property: Id(0)] string[] Closed,
    [property: Id(1)] Dictionary<string, int> Budgets,
    [property: Id(2)] ProviderCall[] Calls
);
