using Elizon.Catalog;
using Elizon.Providers;

namespace Elizon.Grains.Catalog;

/// <summary>The catalogue as everybody sees it, in one language at one instant.</summary>
internal sealed class CatalogViews(
    CatalogSnapshot catalog,
    IReadOnlyDictionary<ProviderId, EggView[]> eggs,
    string language,
    DateTimeOffset now
)
{
    public CatalogSnapshot Catalog => catalog;

    public bool Matches(SoldProduct product, ProductFilter filter)
    {
        var row = product.Row;
        return (filter.Category is not { } c || catalog.Content.IsWithin(row.Category, c))
            && (filter.Provider is not { } p || row.Provider.Value == p || KindOf(row) == p)
            && (filter.Location is not { } l || product.Locations.Contains(l))
            && (string.IsNullOrWhiteSpace(filter.Text) || Mentions(row, filter.Text.Trim()));
    }

    public ProductView Product(SoldProduct product)
    {
        var row = product.Row;
        var locations = Locations(product);
        return new ProductView(
            row.Id,
            row.Slug,
            row.Name.In(language),
            row.Description.In(language),
            row.Category,
            catalog.Content.Categories[row.Category].Name.In(language),
            KindOf(row),
            row.Provider,
            [.. product.PricesAt(now).Select(Price)],
            row.Limits,
            locations,
            Eggs(row),
            [.. row.Options.Select(o => Option(o, product))],
            locations.Any(l => l.InStock)
        );
    }

    public LocationView[] Locations(SoldProduct product) =>
        [
            .. product
                .Locations.Select(l => catalog.Content.Locations[l])
                .Select(l => Location(l, catalog.HasRoom(product.Row.Id, l.Id))),
        ];

    public LocationView[] Locations() =>
        [
            .. catalog
                .Content.Locations.Values.Where(l => !l.Withdrawn)
                .OrderBy(l => l.Position)
                .Select(l => Location(l, inStock: true)),
        ];

    public CategoryView? Category(CategoryId key)
    {
        var content = catalog.Content;
        if (!content.Categories.TryGetValue(key, out var category) || category.Withdrawn)
            return null;
        return new CategoryView(
            key,
            key,
            category.Name.In(language),
            category.Description.In(language),
            category.Parent,
            [.. content.OnSale.Where(p => p.Row.Category == key).Select(Product)],
            [
                .. content
                    .Categories.Values.Where(c => c.Parent == key && !c.Withdrawn)
                    .OrderBy(c => c.Position)
                    .Select(c => new ChildCategoryView(
                        c.Key,
                        c.Key,
                        c.Name.In(language),
                        c.Description.In(language),
                        content.OnSale.Count(p => content.IsWithin(p.Row.Category, c.Key))
                    )),
            ]
        );
    }

    public ProviderCatalogView? Provider(ProviderId id)
    {
        if (!catalog.Content.Providers.TryGetValue(id, out var provider) || provider.Withdrawn)
            return null;
        var sold = catalog
            .Content.OnSale.Where(p => p.Row.Provider == id)
            .SelectMany(p => p.Row.Eggs.Select(e => e.Egg))
            .ToHashSet();
        return new ProviderCatalogView(
            id,
            provider.Kind,
            [.. Locations().Where(l => provider.Locations.ContainsKey(l.Id.Value))],
            [
                .. Known(id)
                    .Where(e => sold.Contains(e.Key))
                    .Select(e => EggChoices.Of(e, null, isDefault: false)),
            ],
            []
        );
    }

    public static PriceView Price((int Cycle, PriceVersion Version) price) =>
        new(price.Cycle, price.Version.Terms!.Price, price.Version.Version);

    public static NavigationView[] Navigation(NavigationEntry[]? entries, string language) =>
        [
            .. (entries ?? []).Select(e => new NavigationView(
                e.Label.In(language),
                e.Href,
                e.Icon,
                Navigation(e.Children, language)
            )),
        ];

    private string KindOf(CatalogProductRow row) => catalog.Content.Providers[row.Provider].Kind;

    private static bool Mentions(CatalogProductRow row, string text) =>
        new[] { row.Name.De, row.Name.En, row.Description.De, row.Description.En, row.Slug }
            .Concat(row.Eggs.Select(e => e.Egg))
            .Any(t => t.Contains(text, StringComparison.OrdinalIgnoreCase));

    private LocationView Location(CatalogLocationRow location, bool inStock) =>
        new(
            location.Id,
            location.Name.In(language),
            location.Flag,
            location.City,
            location.Country,
            location.PingUrl,
            inStock
        );

    private EggView[] Known(ProviderId provider) => eggs.GetValueOrDefault(provider) ?? [];

    private EggChoiceView[] Eggs(CatalogProductRow row) =>
        [
            .. from offer in row.Eggs
            let egg = Known(row.Provider).FirstOrDefault(e => e.Key == offer.Egg)
            where egg is not null
            select EggChoices.Of(egg, offer, offer.Egg == row.DefaultEgg),
        ];

    private OptionView Option(ProductOption option, SoldProduct product) =>
        new(
            option.Key,
            option.Name.In(language),
            option.Resource,
            UnitOf(option.Resource),
            option.Step,
            option.MaxSteps,
            [
                .. product
                    .PricesAt(now)
                    .Select(p => new PriceView(
                        p.Cycle,
                        p.Version.Terms!.Steps.GetValueOrDefault(option.Key),
                        p.Version.Version
                    )),
            ]
        );

    public static string UnitOf(PlanResource resource) =>
        resource switch
        {
            PlanResource.Memory or PlanResource.Disk => "MiB",
            PlanResource.Cpu => "%",
            _ => "piece",
        };
}
