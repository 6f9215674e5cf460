using System.Collections.Immutable;
using Elizon.Catalog;

namespace Elizon.Grains.Catalog;

/// <summary>The catalogue in force. What was withdrawn stays, because services that were sold refer to it.</summary>
internal sealed record CatalogState
{
    /// <summary>One more with every change.</summary>
    public long Revision { get; init; }

    /// <summary>Without their secrets: those are the provider's own.</summary>
    public Shelf<ProviderEntry> Providers { get; init; } = Shelf<ProviderEntry>.Empty;

    public Shelf<LocationEntry> Locations { get; init; } = Shelf<LocationEntry>.Empty;

    public Shelf<CategoryEntry> Categories { get; init; } = Shelf<CategoryEntry>.Empty;

    /// <summary>Without prices: those are in <see cref="Prices"/>, with their history.</summary>
    public Shelf<ProductEntry> Products { get; init; } = Shelf<ProductEntry>.Empty;

    /// <summary>By <see cref="PriceKey"/>, oldest version first.</summary>
    public ImmutableSortedDictionary<string, ImmutableList<PriceVersion>> Prices { get; init; } =
        ImmutableSortedDictionary<string, ImmutableList<PriceVersion>>.Empty;

    public NavigationEntry[] Navigation { get; init; } = [];

    public static string PriceKey(ProductId product, int cycle) => $"{product}/{cycle}";

    public ImmutableList<PriceVersion> PricesOf(ProductId product, int cycle) =>
        Prices.GetValueOrDefault(PriceKey(product, cycle), []);
}

/// <summary>The entries of one kind by id.</summary>
internal sealed record Shelf<TEntry>(ImmutableSortedDictionary<string, Kept<TEntry>> Entries)
{
    public static readonly Shelf<TEntry> Empty = new(
        ImmutableSortedDictionary<string, Kept<TEntry>>.Empty
    );
}

/// <summary>An entry, where it stands in its list, and whether it was withdrawn.</summary>
internal sealed record Kept<TEntry>(TEntry Entry, int Position, bool Withdrawn = false);
