using System.Collections.Immutable;
using Elizon.Catalog;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Catalog;

[Table("catalog", WriteMode.Upsert)]
internal sealed record CatalogRow(
    [property: Key] string Id,
    long Revision,
    NavigationEntry[] Navigation,
    DateTimeOffset AppliedAt
) : Row;

[Table("catalog_provider", WriteMode.Upsert)]
internal sealed record CatalogProviderRow(
    [property: Key] ProviderId Id,
    string Kind,
    string Name,
    Dictionary<string, string> Locations,
    bool Withdrawn
) : Row
{
    public static CatalogProviderRow Of(Kept<ProviderEntry> kept) =>
        new(kept.Entry.Id, kept.Entry.Kind, kept.Entry.Name, kept.Entry.Locations, kept.Withdrawn);
}

[Table("catalog_location", WriteMode.Upsert)]
internal sealed record CatalogLocationRow(
    [property: Key] LocationId Id,
    LocalText Name,
    string City,
    string Country,
    string Flag,
    string? PingUrl,
    int Position,
    bool Withdrawn
) : Row
{
    public static CatalogLocationRow Of(Kept<LocationEntry> kept) =>
        new(
            kept.Entry.Id,
            kept.Entry.Name,
            kept.Entry.City,
            kept.Entry.Country,
            kept.Entry.Flag,
            kept.Entry.PingUrl,
            kept.Position,
            kept.Withdrawn
        );
}

[Table("catalog_category", WriteMode.Upsert)]
internal sealed record CatalogCategoryRow(
    [property: Key] CategoryId Key,
    LocalText Name,
    LocalText Description,
    CategoryId? Parent,
    UpgradeConfig? Upgrade,
    int Position,
    bool Withdrawn
) : Row
{
    public static CatalogCategoryRow Of(Kept<CategoryEntry> kept) =>
        new(
            kept.Entry.Key,
            kept.Entry.Name,
            kept.Entry.Description,
            kept.Entry.Parent,
            kept.Entry.Upgrade,
            kept.Position,
            kept.Withdrawn
        );
}

[Table("catalog_product", WriteMode.Upsert)]
internal sealed record CatalogProductRow(
    [property: Key] ProductId Id,
    string Slug,
    CategoryId Category,
    LocalText Name,
    LocalText Description,
    ProviderId Provider,
    EggOffer[] Eggs,
    string? DefaultEgg,
    PlanLimits Limits,
    string[] Locations,
    ProductOption[] Options,
    bool Published,
    int Position,
    bool Withdrawn
) : Row
{
    public static CatalogProductRow Of(Kept<ProductEntry> kept) =>
        new(
            kept.Entry.Id,
            kept.Entry.Slug,
            kept.Entry.Category,
            kept.Entry.Name,
            kept.Entry.Description,
            kept.Entry.Provider,
            kept.Entry.Eggs,
            kept.Entry.DefaultEgg,
            kept.Entry.Limits,
            [.. kept.Entry.Locations.Select(l => l.Value)],
            kept.Entry.Options,
            kept.Entry.Published,
            kept.Position,
            kept.Withdrawn
        );
}

/// <summary>A version of a price; a null price ends the sale of the cycle.</summary>
[Table("catalog_price")]
internal sealed record CatalogPriceRow(
    ProductId Product,
    int Cycle,
    int Version,
    Money? Price,
    ImmutableSortedDictionary<string, Money> Steps,
    DateTimeOffset ValidFrom,
    DateTimeOffset CreatedAt
) : Row
{
    public static CatalogPriceRow Of(NewPrice price, DateTimeOffset now) =>
        new(
            price.Product,
            price.Cycle,
            price.Version.Version,
            price.Version.Terms?.Price,
            price.Version.Terms?.Steps ?? ImmutableSortedDictionary<string, Money>.Empty,
            price.Version.ValidFrom,
            now
        );
}

/// <summary>Pieces are counted here; without a row a product is unlimited.</summary>
[Table("catalog_stock", WriteMode.Upsert)]
internal sealed record CatalogStockRow(
    [property: Key] string Stock,
    ProductId Product,
    LocationId Location,
    int Pieces
) : Row;
