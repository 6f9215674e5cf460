namespace Elizon.Catalog;

public partial interface ICatalogReader
{
    /// <summary>Published products, in the catalogue's order. A category includes its child categories.</summary>
    [Alias("Products")]
    Task<PageOf<ProductView>> Products(ProductFilter filter, PageRequest page, string language);

    /// <summary>A category with its products and child categories; NotFound without it.</summary>
    [Alias("Category")]
    Task<CategoryView> Category(CategoryId key, string language);

    /// <summary>One product by its slug; with a category it must lie in it or in one of its children. NotFound without it.</summary>
    [Alias("Product")]
    Task<ProductView> Product(string slug, CategoryId? category, string language);

    /// <summary>Where a product can be had, or every location when none is named.</summary>
    [Alias("Locations")]
    Task<LocationView[]> Locations(ProductId? product, string language);

    /// <summary>Operating systems of a machine product; none for games.</summary>
    [Alias("Templates")]
    Task<TemplateView[]> Templates(ProductId product);

    /// <summary>What services of a category may be changed to. NotFound when the category sells no upgrades.</summary>
    [Alias("UpgradeConfig")]
    Task<UpgradeConfigView> UpgradeConfig(CategoryId category);

    /// <summary>The locations and games of a provider, without addresses, names of machines or secrets.</summary>
    [Alias("Provider")]
    Task<ProviderCatalogView> Provider(ProviderId id, string language);

    [Alias("Navigation")]
    Task<NavigationView[]> Navigation(string language);

    /// <summary>What can be added to services of a product; nothing once it is withdrawn.</summary>
    [Alias("AddOns")]
    Task<AddOnPrices> AddOns(ProductId product);

    /// <summary>The cycles a product can be renewed for now, with their prices; empty once it is withdrawn.</summary>
    [Alias("Prices")]
    Task<PriceView[]> Prices(ProductId product);

    /// <summary>What servers of a product can be changed to; null when it was withdrawn or its category sells no changes.</summary>
    [Alias("Sizes")]
    Task<ProductSizes?> Sizes(ProductId product);
}

/// <summary>Which products to list; null members match everything.</summary>
/// <param name="Provider">A provider's id or kind ("panel-1", "pterodactyl").</param>
/// <param name="Text">Part of a name, description, slug or game, without case.</param>
[GenerateSerializer, Immutable, Alias("ProductFilter")]
public sealed record ProductFilter(
    [property: Id(0)] CategoryId? Category = null,
    [property: Id(1)] string? Provider = null,
    [property: Id(2)] LocationId? Location = null,
    [property: Id(3)] string? Text = null
);
