using Elizon.Catalog;

namespace Elizon.Grains.Catalog;

/// <summary>A cart line that the catalogue can sell; only the game is still to be chosen.</summary>
/// <param name="Place">"items[1]", for faults that the game's rules find.</param>
internal sealed record CartLine(
    string Place,
    CartItem Item,
    SoldProduct Product,
    PriceVersion Price,
    LocationId Location,
    PlanLimits Limits,
    Money Gross
);

/// <summary>Checks cart lines against the catalogue. Pure; the games' own rules are the provider's.</summary>
internal static class Cart
{
    public const int MostLines = 50;
    public const int MostOfOne = 20;
    public const int LongestName = 60;

    /// <summary>The lines that are sound; whatever is wrong with the others is in <paramref name="faults"/>.</summary>
    public static List<CartLine> Check(
        CatalogSnapshot catalog,
        CartItem[] items,
        DateTimeOffset now,
        CartFaults faults
    )
    {
        if (items.Length is 0 or > MostLines)
            faults.Add("items", $"A cart has 1 to {MostLines} lines.");
        var taken = new Dictionary<(ProductId, LocationId), int>();
        var lines = new List<CartLine>();
        for (var i = 0; i < items.Length && i < MostLines; i++)
            if (Check(catalog, items[i], $"items[{i}]", now, taken, faults) is { } line)
                lines.Add(line);
        return lines;
    }

    private static CartLine? Check(
        CatalogSnapshot catalog,
        CartItem item,
        string place,
        DateTimeOffset now,
        Dictionary<(ProductId, LocationId), int> taken,
        CartFaults faults
    )
    {
        if (
            !catalog.Content.Products.TryGetValue(item.ProductId, out var product)
            || !product.IsOnSale
        )
        {
            faults.Add(
                $"{place}.productId",
                $"There is no product '{item.ProductId}'.",
                RefusalKind.NotFound
            );
            return null;
        }
        CheckText(item, place, faults);
        var price = PriceOf(product, item, place, now, faults);
        var upgraded = Upgrade(product, item, price?.Terms, place, faults);
        var location = LocationOf(catalog, product, item, place, taken, faults);
        return price is null || upgraded is null || location is null
            ? null
            : new CartLine(
                place,
                item,
                product,
                price,
                location.Value,
                upgraded.Value.Limits,
                upgraded.Value.Gross
            );
    }

    private static void CheckText(CartItem item, string place, CartFaults faults)
    {
        if (item.Quantity is < 1 or > MostOfOne)
            faults.Add($"{place}.quantity", $"Must be between 1 and {MostOfOne}.");
        if (
            item.Name is { } name
            && (
                string.IsNullOrWhiteSpace(name)
                || name.Length > LongestName
                || name.Any(char.IsControl)
            )
        )
            faults.Add(
                $"{place}.name",
                $"Must have 1 to {LongestName} characters and no control characters."
            );
    }

    private static PriceVersion? PriceOf(
        SoldProduct product,
        CartItem item,
        string place,
        DateTimeOffset now,
        CartFaults faults
    )
    {
        var price = product.PriceAt(item.BillingCycle, now);
        if (price is null)
            faults.Add(
                $"{place}.billingCycle",
                $"Must be one of {string.Join(", ", product.PricesAt(now).Select(p => p.Cycle))}."
            );
        return price;
    }

    private static (PlanLimits Limits, Money Gross)? Upgrade(
        SoldProduct product,
        CartItem item,
        PriceTerms? terms,
        string place,
        CartFaults faults
    )
    {
        var (limits, gross, sound) = (product.Row.Limits, terms?.Price ?? Money.Zero, true);
        foreach (var (key, steps) in item.Options?.Upgrades ?? [])
        {
            var option = product.Row.Options.FirstOrDefault(o => o.Key == key);
            sound &= option is not null && steps >= 0 && steps <= option.MaxSteps;
            if (option is null)
                faults.Add($"{place}.options.upgrades.{key}", "The product has no such option.");
            else if (steps < 0 || steps > option.MaxSteps)
                faults.Add(
                    $"{place}.options.upgrades.{key}",
                    $"Must be between 0 and {option.MaxSteps} steps."
                );
            else
            {
                limits = limits.With(option.Resource, option.Step * steps);
                gross += (terms?.Steps.GetValueOrDefault(key) ?? Money.Zero) * steps;
            }
        }
        return sound ? (limits, gross) : null;
    }

    /// <summary>The location asked for, or the first of the product's with room for this line and those before it.</summary>
    private static LocationId? LocationOf(
        CatalogSnapshot catalog,
        SoldProduct product,
        CartItem item,
        string place,
        Dictionary<(ProductId, LocationId), int> taken,
        CartFaults faults
    )
    {
        LocationId[] candidates = item.Options?.Location is { } wanted
            ? [.. product.Locations.Where(l => l == wanted)]
            : [.. product.Locations];
        if (candidates.Length == 0)
        {
            faults.Add(
                $"{place}.options.location",
                $"Must be one of {string.Join(", ", product.Locations)}."
            );
            return null;
        }
        foreach (var location in candidates)
        {
            var key = (product.Row.Id, location);
            var demand = taken.GetValueOrDefault(key) + Math.Clamp(item.Quantity, 1, MostOfOne);
            if (!catalog.HasRoom(product.Row.Id, location, demand))
                continue;
            taken[key] = demand;
            return location;
        }
        faults.Add(
            $"{place}.options.location",
            candidates.Length == 1
                ? $"Sold out at '{candidates[0]}'."
                : "Sold out at every location.",
            RefusalKind.Conflict
        );
        return null;
    }
}
