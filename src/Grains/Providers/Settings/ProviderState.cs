using System.Collections.Immutable;
using Elizon.Grains.Scheduling;
using Elizon.Grains.Storage;
using Elizon.Providers;

namespace Elizon.Grains.Providers.Settings;

/// <summary>How a provider is reached. Keys are sealed; they are opened only where a call is made.</summary>
internal sealed record ProviderState : IDueState
{
    public string? Kind { get; init; }

    public string Name { get; init; } = "";

    public string Url { get; init; } = "";

    public ImmutableDictionary<string, string> SealedSecrets { get; init; } =
        ImmutableDictionary<string, string>.Empty;

    public ImmutableDictionary<string, string> Locations { get; init; } =
        ImmutableDictionary<string, string>.Empty;

    public ImmutableHashSet<string> Eggs { get; init; } = [];

    public DateTimeOffset? EggsSyncedAt { get; init; }

    /// <summary>When the eggs are read again; a day after the last time.</summary>
    public DateTimeOffset? SyncAt { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public DateTimeOffset? DueAt => SyncAt;

    public ProviderView ToView(ProviderId id) =>
        new(
            id,
            Kind!,
            Name,
            Url,
            [.. SealedSecrets.Keys.Order()],
            Locations.ToDictionary(),
            Eggs.Count,
            EggsSyncedAt,
            null
        );
}

/// <summary>A provider in lists.</summary>
[Table("provider", WriteMode.Upsert)]
internal sealed record ProviderRow(
    [property: Key] ProviderId Id,
    string Kind,
    string Name,
    ProviderView View
) : Row
{
    public static ProviderRow Of(ProviderId id, ProviderState state) =>
        new(id, state.Kind!, state.Name, state.ToView(id));
}

/// <summary>A game a provider offers.</summary>
/// <param name="PanelId">The provider's own id of it: "nest/egg" on a panel.</param>
/// <param name="Startup">The start line with its placeholders.</param>
[Table("egg", WriteMode.Upsert)]
internal sealed record EggRow(
    [property: Key] ProviderId Provider,
    [property: Key] string Key,
    string PanelId,
    string Startup,
    EggView View,
    DateTimeOffset SyncedAt
) : Row;
