using Elizon.Catalog;
using Elizon.Providers;

namespace Elizon.Grains.Catalog;

/// <summary>A sound cart line with its game, as an offer.</summary>
internal static class CartOffer
{
    public static Offer Of(CatalogSnapshot catalog, CartLine line, ChosenEgg? egg)
    {
        var row = line.Product.Row;
        return new Offer(
            row.Id,
            row.Slug,
            row.Name.De,
            row.Category.Value,
            line.Item.BillingCycle,
            line.Item.Quantity,
            line.Item.Name?.Trim(),
            line.Gross,
            line.Price.Version,
            catalog.Left(row.Id, line.Location) is null
                ? null
                : new StockKey(row.Id, line.Location).ToString(),
            PlanOf(catalog, line, egg)
        );
    }

    private static ServicePlan PlanOf(CatalogSnapshot catalog, CartLine line, ChosenEgg? egg)
    {
        var (row, limits) = (line.Product.Row, line.Limits);
        return new ServicePlan(
            row.Provider,
            catalog.Content.Providers[row.Provider].Kind,
            line.Location,
            catalog.Content.Locations[line.Location].Name.De,
            egg?.Key,
            egg?.Name,
            egg?.Image,
            egg?.Environment ?? [],
            limits.Memory,
            limits.Disk,
            limits.Cpu,
            limits.Swap,
            limits.Io,
            limits.Databases,
            limits.Allocations,
            limits.Backups
        );
    }
}
