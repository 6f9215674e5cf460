using Elizon.Catalog;

namespace Elizon.Grains.Catalog;

/// <summary>The catalogue in force as a document; applying it changes nothing.</summary>
internal static class CatalogExport
{
    public static CatalogDocument Of(CatalogState state, DateTimeOffset now) =>
        new()
        {
            Providers = InForce(state.Providers),
            Locations = InForce(state.Locations),
            Categories = InForce(state.Categories),
            Products = [.. InForce(state.Products).Select(p => WithPrices(p, state, now))],
            Navigation = state.Navigation,
        };

    private static TEntry[] InForce<TEntry>(Shelf<TEntry> shelf) =>
        [
            .. shelf
                .Entries.Values.Where(e => !e.Withdrawn)
                .OrderBy(e => e.Position)
                .Select(e => e.Entry),
        ];

    private static ProductEntry WithPrices(
        ProductEntry product,
        CatalogState state,
        DateTimeOffset now
    )
    {
        var prices = BillingCycles
            .All.SelectMany(cycle => Of(state, product.Id, cycle, now))
            .ToArray();
        var latest = prices.GroupBy(p => p.Entry.Cycle).Select(g => g.Last()).ToArray();
        return product with
        {
            Prices = [.. prices.Select(p => p.Entry)],
            Options =
            [
                .. product.Options.Select(o =>
                    o with
                    {
                        Prices = new(
                            latest.ToDictionary(
                                p => p.Entry.Cycle,
                                p => p.Terms.Steps.GetValueOrDefault(o.Key)
                            )
                        ),
                    }
                ),
            ],
        };
    }

    /// <summary>The version in force, then those that start later.</summary>
    private static IEnumerable<(PriceEntry Entry, PriceTerms Terms)> Of(
        CatalogState state,
        ProductId product,
        int cycle,
        DateTimeOffset now
    )
    {
        var versions = state.PricesOf(product, cycle);
        var starts = versions
            .Select(v => v.ValidFrom)
            .Where(at => at > now)
            .Distinct()
            .Order()
            .Prepend(now);
        foreach (var at in starts)
            if (PriceTimeline.At(versions, at) is { Terms: { } terms })
                yield return (new PriceEntry(cycle, terms.Price, at == now ? null : at), terms);
    }
}
