using System.Collections.Immutable;
using Elizon.Grains.Audit;
using Elizon.Grains.Storage;
using Elizon.Providers;

namespace Elizon.Grains.Providers.Settings;

/// <summary>Settings and eggs of a provider, as pure rules.</summary>
internal static class ProviderRules
{
    private static readonly TimeSpan SyncEvery = TimeSpan.FromDays(1);

    /// <summary>Null when nothing changes. An empty secret keeps the stored one.</summary>
    public static Change<ProviderState>? Configure(
        ProviderState provider,
        ProviderId id,
        ProviderSettings settings,
        ISecretBox box,
        Caller by
    )
    {
        if (
            !Uri.TryCreate(settings.Url, UriKind.Absolute, out var url)
            || url.Scheme is not ("http" or "https")
        )
            throw CommonRefusals.Invalid($"'{settings.Url}' is not an http address.");
        var given = settings.Secrets.Where(s => s.Value.Length > 0).ToList();
        var changed = given
            .Where(s =>
                !provider.SealedSecrets.TryGetValue(s.Key, out var old) || box.Open(old) != s.Value
            )
            .ToList();
        var next = provider with
        {
            Kind = settings.Kind,
            Name = settings.Name,
            Url = settings.Url.TrimEnd('/'),
            Locations = settings.Locations.ToImmutableDictionary(),
            SealedSecrets = provider.SealedSecrets.SetItems(
                changed.Select(s => KeyValuePair.Create(s.Key, box.Seal(s.Value)))
            ),
        };
        var same =
            changed.Count == 0
            && (next.Kind, next.Name, next.Url) == (provider.Kind, provider.Name, provider.Url)
            && next.Locations.Count == provider.Locations.Count
            && next.Locations.All(l => provider.Locations.GetValueOrDefault(l.Key) == l.Value);
        return same
            ? null
            : new Change<ProviderState>(next)
                .Record(ProviderRow.Of(id, next))
                .Record(AuditRow.Of(by, "provider.configured", id));
    }

    /// <summary>What the provider has now; games that are gone stay known to servers that run them, but are not offered.</summary>
    public static Change<ProviderState> Synced(
        ProviderState provider,
        ProviderId id,
        IReadOnlyList<EggDefinition> eggs,
        DateTimeOffset now
    )
    {
        var next = provider with
        {
            Eggs = [.. eggs.Select(e => e.View.Key)],
            EggsSyncedAt = now,
            SyncAt = now + SyncEvery,
        };
        var change = new Change<ProviderState>(next)
            .Record(ProviderRow.Of(id, next))
            .Record(
                eggs.Select(e => new EggRow(id, e.View.Key, e.PanelId, e.Startup, e.View, now))
            );
        foreach (var gone in provider.Eggs.Except(next.Eggs))
            change = change.Erase(
                new EggRow(id, gone, "", "", new EggView(gone, gone, [], []), now)
            );
        return change;
    }
}
