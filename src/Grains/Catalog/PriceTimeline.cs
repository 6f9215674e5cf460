using System.Collections.Immutable;
using Elizon.Catalog;

namespace Elizon.Grains.Catalog;

/// <summary>What one cycle costs: the plan, and one step of each option.</summary>
internal sealed record PriceTerms(Money Price, ImmutableSortedDictionary<string, Money> Steps)
{
    public bool Equals(PriceTerms? other) =>
        other is not null && Price == other.Price && Steps.SequenceEqual(other.Steps);

    public override int GetHashCode() => HashCode.Combine(Price, Steps.Count);

    public override string ToString() =>
        Steps.IsEmpty
            ? Price.ToString()
            : $"{Price} ({string.Join(", ", Steps.Select(s => $"{s.Key} +{s.Value}"))})";
}

/// <summary>One version of a price. Versions are only ever added.</summary>
/// <param name="Terms">Null: the cycle is not sold from then on.</param>
/// <param name="ValidFrom">In force until a version with a later start is; of two with one start the newer counts.</param>
internal sealed record PriceVersion(int Version, PriceTerms? Terms, DateTimeOffset ValidFrom);

/// <summary>A price over time: what is in force when, and which versions bring it to what is wanted.</summary>
internal static class PriceTimeline
{
    /// <summary>The version in force at an instant; null before the first.</summary>
    public static PriceVersion? At(IEnumerable<PriceVersion> versions, DateTimeOffset at)
    {
        PriceVersion? found = null;
        foreach (var version in versions)
            if (
                version.ValidFrom <= at
                && (
                    found is null
                    || (version.ValidFrom, version.Version).CompareTo(
                        (found.ValidFrom, found.Version)
                    ) > 0
                )
            )
                found = version;
        return found;
    }

    /// <summary>What the document wants at an instant; null where it sells nothing.</summary>
    public static PriceTerms? Wanted(ProductEntry product, int cycle, DateTimeOffset at)
    {
        var entry = product
            .Prices.Where(p => p.Cycle == cycle && (p.From ?? DateTimeOffset.MinValue) <= at)
            .MaxBy(p => p.From ?? DateTimeOffset.MinValue);
        return entry is null
            ? null
            : new PriceTerms(
                entry.Price,
                product.Options.ToImmutableSortedDictionary(
                    o => o.Key,
                    o => o.Prices[cycle],
                    StringComparer.Ordinal
                )
            );
    }

    /// <summary>
    /// The versions that are missing so that from <paramref name="now"/> on the price is what the document wants. The past
    /// stays. With the result added, the same question has an empty answer.
    /// </summary>
    public static ImmutableList<PriceVersion> Missing(
        ImmutableList<PriceVersion> versions,
        ProductEntry product,
        int cycle,
        DateTimeOffset now
    )
    {
        var steps = product
            .Prices.Where(p => p.Cycle == cycle)
            .Select(p => p.From ?? now)
            .Concat(versions.Select(v => v.ValidFrom))
            .Append(now)
            .Where(at => at >= now)
            .Distinct()
            .Order();
        var missing = ImmutableList<PriceVersion>.Empty;
        foreach (var at in steps)
        {
            var all = versions.AddRange(missing);
            var wanted = Wanted(product, cycle, at);
            if (!Equals(At(all, at)?.Terms, wanted))
                missing = missing.Add(new PriceVersion(all.Count + 1, wanted, at));
        }
        return missing;
    }
}
