using System.Collections.Frozen;
using Elizon.Catalog;

namespace Elizon.Grains.Catalog;

/// <summary>The catalogue at one revision as readers need it, with the stock at one instant. Immutable and shared.</summary>
internal sealed record CatalogSnapshot(
    CatalogContent Content,
    FrozenDictionary<string, int> Available
)
{
    /// <summary>Pieces left; null when nobody counts. A stock that has not learned of its limit yet has none.</summary>
    public int? Left(ProductId product, LocationId location) =>
        Content.Limited.Contains(new StockKey(product, location).ToString())
            ? Available.GetValueOrDefault(new StockKey(product, location).ToString())
            : null;

    public bool HasRoom(ProductId product, LocationId location, int pieces = 1) =>
        Left(product, location) is not { } left || left >= pieces;
}

/// <summary>All that only an apply changes.</summary>
internal sealed record CatalogContent(
    long Revision,
    NavigationEntry[] Navigation,
    FrozenDictionary<ProviderId, CatalogProviderRow> Providers,
    FrozenDictionary<LocationId, CatalogLocationRow> Locations,
    FrozenDictionary<CategoryId, CatalogCategoryRow> Categories,
    FrozenDictionary<ProductId, SoldProduct> Products,
    FrozenSet<string> Limited
)
{
    public static readonly CatalogContent Empty = new(
        0,
        [],
        FrozenDictionary<ProviderId, CatalogProviderRow>.Empty,
        FrozenDictionary<LocationId, CatalogLocationRow>.Empty,
        FrozenDictionary<CategoryId, CatalogCategoryRow>.Empty,
        FrozenDictionary<ProductId, SoldProduct>.Empty,
        []
    );

    /// <summary>Published, in the catalogue's order.</summary>
    public SoldProduct[] OnSale { get; } =
    [.. Products.Values.Where(p => p.IsOnSale).OrderBy(p => p.Row.Position)];

    /// <summary>True when <paramref name="category"/> is <paramref name="above"/> or lies in it.</summary>
    public bool IsWithin(CategoryId category, CategoryId above)
    {
        for (CategoryId? at = category; at is { } key; at = Parent(key))
            if (key == above)
                return true;
        return false;
    }

    private CategoryId? Parent(CategoryId key) =>
        Categories.TryGetValue(key, out var category) ? category.Parent : null;
}

/// <summary>A product with its prices by cycle.</summary>
internal sealed record SoldProduct(
    CatalogProductRow Row,
    FrozenDictionary<int, PriceVersion[]> Prices
)
{
    public bool IsOnSale => Row is { Published: true, Withdrawn: false };

    public IEnumerable<LocationId> Locations => Row.Locations.Select(LocationId.Of);

    /// <summary>The version in force; null when the cycle is not sold.</summary>
    public PriceVersion? PriceAt(int cycle, DateTimeOffset at) =>
        Prices.TryGetValue(cycle, out var versions)
        && PriceTimeline.At(versions, at) is { Terms: not null } version
            ? version
            : null;

    public IEnumerable<(int Cycle, PriceVersion Version)> PricesAt(DateTimeOffset at) =>
        from cycle in BillingCycles.All
        let version = PriceAt(cycle, at)
        where version is not null
        select (cycle, version);
}
