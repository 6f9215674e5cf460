using System.Collections.Immutable;
using Elizon.Catalog;

namespace Elizon.Grains.Catalog;

/// <summary>What a document would make of the catalogue: the next state and the difference, line by line. Pure.</summary>
internal sealed record CatalogPlan(
    CatalogState Next,
    ImmutableList<CatalogChange> Changes,
    ImmutableList<NewPrice> NewPrices
)
{
    public IEnumerable<string> Withdrawn =>
        Changes.Where(c => c.Kind == CatalogChangeKind.Withdrawn).Select(c => c.Subject);

    /// <summary>A new login is a change too, although the catalogue never sees it.</summary>
    public CatalogPlan With(IEnumerable<ProviderId> reconnected) =>
        this with
        {
            Changes = Changes.InsertRange(
                0,
                reconnected.Select(id => new CatalogChange(
                    CatalogChangeKind.Changed,
                    $"provider/{id}",
                    "connection"
                ))
            ),
        };

    public static CatalogPlan Of(CatalogState state, CatalogDocument document, DateTimeOffset now)
    {
        var providers = ShelfPlan.Of(
            "provider",
            state.Providers,
            document.Providers.Select(p => p with { Secrets = [] }),
            p => p.Id.Value,
            CatalogFields.Of
        );
        var locations = ShelfPlan.Of(
            "location",
            state.Locations,
            document.Locations,
            l => l.Id.Value,
            CatalogFields.Of
        );
        var categories = ShelfPlan.Of(
            "category",
            state.Categories,
            document.Categories,
            c => c.Key.Value,
            CatalogFields.Of
        );
        var products = ShelfPlan.Of(
            "product",
            state.Products,
            document.Products.Select(WithoutPrices),
            p => p.Id.Value,
            CatalogFields.Of
        );
        var prices = PricesOf(state, document, now);
        var next = state with
        {
            Providers = providers.Next,
            Locations = locations.Next,
            Categories = categories.Next,
            Products = products.Next,
            Prices = prices.Aggregate(state.Prices, Add),
            Navigation = document.Navigation,
        };
        return new CatalogPlan(
            next,
            [
                .. providers.Changes,
                .. locations.Changes,
                .. categories.Changes,
                .. products.Changes,
                .. prices.Select(p => p.Change),
                .. Navigation(state.Navigation, document.Navigation),
            ],
            prices
        );
    }

    private static ImmutableList<NewPrice> PricesOf(
        CatalogState state,
        CatalogDocument document,
        DateTimeOffset now
    ) =>
        [
            .. document
                .Products.SelectMany(p => BillingCycles.All.Select(cycle => (Product: p, cycle)))
                .SelectMany(p =>
                    NewPrice.Of(state.PricesOf(p.Product.Id, p.cycle), p.Product, p.cycle, now)
                ),
        ];

    private static ImmutableSortedDictionary<string, ImmutableList<PriceVersion>> Add(
        ImmutableSortedDictionary<string, ImmutableList<PriceVersion>> prices,
        NewPrice price
    )
    {
        var key = CatalogState.PriceKey(price.Product, price.Cycle);
        return prices.SetItem(key, prices.GetValueOrDefault(key, []).Add(price.Version));
    }

    private static ProductEntry WithoutPrices(ProductEntry product) =>
        product with
        {
            Prices = [],
            Options = [.. product.Options.Select(o => o with { Prices = [] })],
        };

    private static IEnumerable<CatalogChange> Navigation(
        NavigationEntry[] before,
        NavigationEntry[] after
    )
    {
        if (CatalogFields.Of(before) != CatalogFields.Of(after))
            yield return new CatalogChange(CatalogChangeKind.Changed, "navigation");
    }
}

/// <summary>A version of a price that an apply adds, and how it reads.</summary>
internal sealed record NewPrice(
    ProductId Product,
    int Cycle,
    PriceVersion Version,
    CatalogChange Change
)
{
    public static IEnumerable<NewPrice> Of(
        ImmutableList<PriceVersion> versions,
        ProductEntry product,
        int cycle,
        DateTimeOffset now
    ) =>
        PriceTimeline
            .Missing(versions, product, cycle, now)
            .Select(version => new NewPrice(
                product.Id,
                cycle,
                version,
                new CatalogChange(
                    CatalogChangeKind.Changed,
                    $"product/{product.Id}",
                    version.ValidFrom > now
                        ? $"prices.{cycle} from {version.ValidFrom.UtcDateTime:yyyy-MM-dd HH:mm}"
                        : $"prices.{cycle}",
                    PriceTimeline.At(versions, version.ValidFrom)?.Terms?.ToString(),
                    version.Terms?.ToString()
                )
            ));
}
