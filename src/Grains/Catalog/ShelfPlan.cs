using System.Collections.Immutable;
using Elizon.Catalog;

namespace Elizon.Grains.Catalog;

/// <summary>The next shelf of one kind of entry and the difference to the one before.</summary>
internal sealed record ShelfPlan<TEntry>(Shelf<TEntry> Next, ImmutableList<CatalogChange> Changes);

internal static class ShelfPlan
{
    public static ShelfPlan<TEntry> Of<TEntry>(
        string noun,
        Shelf<TEntry> before,
        IEnumerable<TEntry> entries,
        Func<TEntry, string> key,
        Func<TEntry, IEnumerable<Field>> fields
    )
        where TEntry : class
    {
        var wanted = entries
            .Select((entry, position) => new Kept<TEntry>(entry, position))
            .ToImmutableSortedDictionary(k => key(k.Entry), k => k, StringComparer.Ordinal);
        var gone = before
            .Entries.Where(e => !wanted.ContainsKey(e.Key))
            .Select(e => KeyValuePair.Create(e.Key, e.Value with { Withdrawn = true }));
        return new ShelfPlan<TEntry>(
            new Shelf<TEntry>(wanted.AddRange(gone)),
            [
                .. wanted
                    .OrderBy(w => w.Value.Position)
                    .SelectMany(w =>
                        Compare(
                            $"{noun}/{w.Key}",
                            before.Entries.GetValueOrDefault(w.Key),
                            w.Value,
                            fields
                        )
                    ),
                .. before
                    .Entries.Where(e => !e.Value.Withdrawn && !wanted.ContainsKey(e.Key))
                    .Select(e => new CatalogChange(CatalogChangeKind.Withdrawn, $"{noun}/{e.Key}")),
            ]
        );
    }

    private static IEnumerable<CatalogChange> Compare<TEntry>(
        string subject,
        Kept<TEntry>? before,
        Kept<TEntry> after,
        Func<TEntry, IEnumerable<Field>> fields
    )
        where TEntry : class
    {
        if (before is null or { Withdrawn: true })
        {
            yield return new CatalogChange(CatalogChangeKind.Added, subject);
            if (before is null)
                yield break;
        }
        var then = fields(before.Entry).ToDictionary(f => f.Name, f => f.Text);
        var now = fields(after.Entry).ToDictionary(f => f.Name, f => f.Text);
        foreach (var name in now.Keys.Union(then.Keys))
            if (
                then.GetValueOrDefault(name) is var b
                && now.GetValueOrDefault(name) is var a
                && a != b
            )
                yield return new CatalogChange(CatalogChangeKind.Changed, subject, name, b, a);
        if (before.Position != after.Position)
            yield return new CatalogChange(
                CatalogChangeKind.Changed,
                subject,
                "position",
                $"{before.Position + 1}",
                $"{after.Position + 1}"
            );
    }
}
