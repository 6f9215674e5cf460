using Elizon.Catalog;

namespace Elizon.Grains.Catalog;

/// <summary>What servers of a product can be changed to.</summary>
internal static class SizeOffer
{
    /// <summary>Prices of steps are per this many days where a category states them.</summary>
    private const int PricedDays = 30;

    /// <summary>Null: it was withdrawn, is not sold for any cycle, or its category sells no changes.</summary>
    public static ProductSizes? Of(CatalogContent catalog, SoldProduct product, DateTimeOffset now)
    {
        var prices = product.PricesAt(now).ToArray();
        if (
            product.Row.Withdrawn
            || prices.Length == 0
            || !catalog.Categories.TryGetValue(product.Row.Category, out var category)
            || category is not { Withdrawn: false, Upgrade: { } upgrade }
        )
            return null;
        var ranges = upgrade.Resources.Where(r => product.Row.Limits.Of(r.Resource) < r.Max);
        var chosen = product.Row.Options.Where(o =>
            upgrade.Resources.All(r => r.Resource != o.Resource)
        );
        return new ProductSizes(
            product.Row.Id,
            product.Row.Limits,
            [.. prices.Select(CatalogViews.Price)],
            [
                .. ranges.Select(r => Of(r, prices.Select(p => p.Cycle))),
                .. chosen.DistinctBy(o => o.Resource).Select(o => Of(o, product.Row, prices)),
            ]
        );
    }

    private static ResourceSize Of(UpgradeRange range, IEnumerable<int> cycles) =>
        new(
            range.Resource,
            range.Max,
            range.Step,
            cycles.ToDictionary(c => c, c => Money.Round(range.Price.Euros * c / PricedDays)),
            true
        );

    /// <summary>What could be chosen at order alone keeps its price in the size's price.</summary>
    private static ResourceSize Of(
        ProductOption option,
        CatalogProductRow row,
        (int Cycle, PriceVersion Version)[] prices
    ) =>
        new(
            option.Resource,
            row.Limits.Of(option.Resource) + option.Step * option.MaxSteps,
            option.Step,
            prices.ToDictionary(
                p => p.Cycle,
                p => p.Version.Terms!.Steps.GetValueOrDefault(option.Key)
            ),
            false
        );
}
