using Elizon.Api.Replies;
using Elizon.Api.Rules;
using Elizon.Catalog;

namespace Elizon.Api.Catalog;

/// <summary>What is on sale, for everybody.</summary>
public static class CatalogEndpoints
{
    public static void MapCatalog(this IEndpointRouteBuilder api)
    {
        var products = api.MapGroup("/products").WithTags("Produkte");
        products
            .MapGet("", Products)
            .Public()
            .Cacheable(5)
            .AnswersPage<ProductView>("products")
            .WithSummary(
                "Alle verfügbaren Produkte auflisten. Unterstützt Filter und Paginierung."
            );
        products
            .MapGet("/locations", Locations)
            .Public()
            .Cacheable(5)
            .Answers<LocationView[]>("locations")
            .WithSummary(
                "Get location options (id, name, flag, city, pingUrl) per product for checkout."
            );
        products
            .MapGet("/templates", Templates)
            .Public()
            .Cacheable(60)
            .Answers<TemplateView[]>("templates")
            .WithSummary(
                "Get available OS templates for a product (from provider cluster config). Respects allowed template IDs in category config."
            );
        products
            .MapGet("/by-slug/{slug}", ProductBySlug)
            .Public()
            .Cacheable(5)
            .Answers<ProductView>("product")
            .WithSummary("Get product by slug (optionally filtered by category).");
        products
            .MapGet("/{category}", Category)
            .Public()
            .Cacheable(5)
            .Answers<CategoryView>("category")
            .WithSummary("Get a specific product category with its products and child categories.");
        products
            .MapGet("/{category}/{product}", Product)
            .Public()
            .Cacheable(5)
            .Answers<ProductView>("product")
            .WithSummary(
                "Get detailed product info by category key and product slug. Includes pricing, customization options, provider details."
            );
        api.MapGet("/categories/{id}/upgrade-config", UpgradeConfig)
            .User("services:read")
            .Answers<UpgradeConfigView>("upgradeConfig")
            .WithTags("Produkte")
            .WithSummary(
                "Get upgrade/downgrade configuration for a product category (resource pricing, allowed ranges, additional IP pricing)."
            );
        api.MapShop();
    }

    private static void MapShop(this IEndpointRouteBuilder api)
    {
        var shop = api.MapGroup("/public").WithTags("Health");
        shop.MapGet("/providers/{id}/catalog", Provider)
            .Public()
            .Cacheable(5)
            .Answers<ProviderCatalogView>("catalog")
            .WithSummary(
                "Get templates and nodes for a provider (no sensitive data). Used in product/order flow."
            );
        shop.MapGet("/navigation", Navigation)
            .Public()
            .Cacheable(60)
            .Answers<NavigationView[]>("navigation")
            .WithSummary(
                "Get navbar/navigation configuration for frontend display. Supports ?lang= for localization."
            );
    }

    private static async Task<IResult> Products(
        [AsParameters] ProductQuery query,
        IGrainFactory grains
    ) =>
        Reply.Page(
            "products",
            await grains
                .CatalogReader()
                .Products(query.Filter, PageRequest.Of(query.Page, query.Limit), query.Language)
        );

    private static async Task<IResult> Category(
        CategoryId category,
        string? lang,
        IGrainFactory grains
    ) => Reply.Ok("category", await grains.CatalogReader().Category(category, Languages.Of(lang)));

    private static async Task<IResult> Product(
        CategoryId category,
        string product,
        string? lang,
        IGrainFactory grains
    ) =>
        Reply.Ok(
            "product",
            await grains.CatalogReader().Product(product, category, Languages.Of(lang))
        );

    private static async Task<IResult> ProductBySlug(
        string slug,
        CategoryId? category,
        string? lang,
        IGrainFactory grains
    ) =>
        Reply.Ok(
            "product",
            await grains.CatalogReader().Product(slug, category, Languages.Of(lang))
        );

    private static async Task<IResult> Locations(
        ProductId? productId,
        string? lang,
        IGrainFactory grains
    ) =>
        Reply.Ok(
            "locations",
            await grains.CatalogReader().Locations(productId, Languages.Of(lang))
        );

    private static async Task<IResult> Templates(ProductId productId, IGrainFactory grains) =>
        Reply.Ok("templates", await grains.CatalogReader().Templates(productId));

    private static async Task<IResult> UpgradeConfig(CategoryId id, IGrainFactory grains) =>
        Reply.Ok("upgradeConfig", await grains.CatalogReader().UpgradeConfig(id));

    private static async Task<IResult> Provider(
        ProviderId id,
        string? lang,
        IGrainFactory grains
    ) => Reply.Ok("catalog", await grains.CatalogReader().Provider(id, Languages.Of(lang)));

    private static async Task<IResult> Navigation(string? lang, IGrainFactory grains) =>
        Reply.Ok("navigation", await grains.CatalogReader().Navigation(Languages.Of(lang)));
}
