using Elizon.Catalog;
using Elizon.Providers;

namespace Elizon.Grains.Catalog;

internal sealed partial class CatalogReaderGrain
{
    public async Task<PageOf<ProductView>> Products(
        ProductFilter filter,
        PageRequest page,
        string language
    )
    {
        var views = await Views(language);
        var found = views.Catalog.Content.OnSale.Where(p => views.Matches(p, filter)).ToArray();
        return new PageOf<ProductView>(
            [.. found.Skip(page.Offset).Take(page.Limit).Select(views.Product)],
            Pagination.Of(page, found.Length)
        );
    }

    public async Task<CategoryView> Category(CategoryId key, string language) =>
        (await Views(language)).Category(key) ?? throw CommonRefusals.NotFound("category");

    public async Task<ProductView> Product(string slug, CategoryId? category, string language)
    {
        var views = await Views(language);
        var product = views.Catalog.Content.OnSale.FirstOrDefault(p =>
            p.Row.Slug == slug
            && (category is not { } above || views.Catalog.Content.IsWithin(p.Row.Category, above))
        );
        return product is null ? throw CommonRefusals.NotFound("product") : views.Product(product);
    }

    public async Task<LocationView[]> Locations(ProductId? product, string language)
    {
        var views = await Views(language);
        if (product is not { } id)
            return views.Locations();
        return views.Catalog.Content.Products.TryGetValue(id, out var found) && found.IsOnSale
            ? views.Locations(found)
            : throw CommonRefusals.NotFound("product");
    }

    public async Task<TemplateView[]> Templates(ProductId product) =>
        (await snapshots.Current()).Content.Products.TryGetValue(product, out var found)
        && found.IsOnSale
            ? []
            : throw CommonRefusals.NotFound("product");

    public async Task<UpgradeConfigView> UpgradeConfig(CategoryId category) =>
        (await snapshots.Current()).Content.Categories.TryGetValue(category, out var found)
        && found is { Withdrawn: false, Upgrade: { } upgrade }
            ? new UpgradeConfigView(category, upgrade.Resources, upgrade.AdditionalIp)
            : throw CommonRefusals.NotFound("upgrade configuration");

    public async Task<ProviderCatalogView> Provider(ProviderId id, string language) =>
        (await Views(language)).Provider(id) ?? throw CommonRefusals.NotFound("provider");

    public async Task<NavigationView[]> Navigation(string language) =>
        CatalogViews.Navigation((await snapshots.Current()).Content.Navigation, language);

    public async Task<AddOnPrices> AddOns(ProductId product)
    {
        var content = (await snapshots.Current()).Content;
        var upgrade =
            content.Products.TryGetValue(product, out var found) && !found.Row.Withdrawn
                ? content.Categories.GetValueOrDefault(found.Row.Category)?.Upgrade
                : null;
        var disk = upgrade?.Resources.FirstOrDefault(r => r.Resource == PlanResource.Disk);
        return new AddOnPrices(upgrade?.AdditionalIp, disk?.Price, disk?.Step ?? 0);
    }

    public async Task<PriceView[]> Prices(ProductId product)
    {
        var catalog = await snapshots.Current();
        return catalog.Content.Products.TryGetValue(product, out var found) && !found.Row.Withdrawn
            ? [.. found.PricesAt(clock.GetUtcNow()).Select(CatalogViews.Price)]
            : [];
    }

    public async Task<ProductSizes?> Sizes(ProductId product)
    {
        var catalog = (await snapshots.Current()).Content;
        return catalog.Products.TryGetValue(product, out var found)
            ? SizeOffer.Of(catalog, found, clock.GetUtcNow())
            : null;
    }

    private async Task<CatalogViews> Views(string language)
    {
        var catalog = await snapshots.Current();
        var panels = catalog
            .Content.Providers.Values.Where(p => p.Kind == ProviderKinds.Pterodactyl)
            .Select(p => p.Id);
        var eggs = await Task.WhenAll(
            panels.Select(async id => (id, All: await GrainFactory.Eggs(id).All()))
        );
        return new CatalogViews(
            catalog,
            eggs.ToDictionary(e => e.id, e => e.All),
            language,
            clock.GetUtcNow()
        );
    }
}
