namespace Elizon.Catalog;

internal static class ProductFaults
{
    public static void Check(CatalogDocument document, FaultList faults)
    {
        faults.Unique("products", document.Products, p => p.Id.Value, "id");
        faults.Unique("products", document.Products, p => p.Slug, "slug");
        var known = Known.In(document);
        for (var i = 0; i < document.Products.Length; i++)
            Check(document.Products[i], $"products[{i}]", known, faults);
    }

    private static void Check(ProductEntry product, string at, Known known, FaultList faults)
    {
        faults.Id($"{at}.id", product.Id.Value);
        faults.Slug($"{at}.slug", product.Slug);
        faults.Text($"{at}.name", product.Name, 80);
        faults.Text($"{at}.description", product.Description, 2_000);
        faults.AddIf(
            !known.Categories.Contains(product.Category.Value ?? ""),
            $"{at}.category",
            $"No category '{product.Category}' is declared."
        );
        CheckProvider(product, at, known, faults);
        CheckLimits(product.Limits, $"{at}.limits", faults);
        CheckStock(product, at, faults);
        PriceFaults.Check(product, at, faults);
        OptionFaults.Check(product, at, faults);
    }

    private static void CheckProvider(
        ProductEntry product,
        string at,
        Known known,
        FaultList faults
    )
    {
        if (!known.Providers.TryGetValue(product.Provider.Value ?? "", out var provider))
            faults.Add($"{at}.provider", $"No provider '{product.Provider}' is declared.");
        else
            CheckEggs(product, provider.Kind, at, faults);
        faults.AddIf(
            product.Locations.Length == 0,
            $"{at}.locations",
            "At least one location is needed."
        );
        for (var i = 0; i < product.Locations.Length; i++)
        {
            var (location, place) = (product.Locations[i].Value ?? "", $"{at}.locations[{i}]");
            if (!known.Locations.Contains(location))
                faults.Add(place, $"No location '{location}' is declared.");
            else if (provider is not null && !provider.Locations.ContainsKey(location))
                faults.Add(
                    place,
                    $"Provider '{provider.Id}' does not map the location '{location}'."
                );
            else if (Array.IndexOf(product.Locations, product.Locations[i]) < i)
                faults.Add(place, $"'{location}' is named twice.");
        }
    }

    private static void CheckEggs(ProductEntry product, string kind, string at, FaultList faults)
    {
        if (ProviderKinds.SecretsOf(kind) is null)
            return;
        if (kind != ProviderKinds.Pterodactyl)
        {
            faults.AddIf(product.Eggs.Length > 0, $"{at}.eggs", "Only game panels have eggs.");
            return;
        }
        faults.AddIf(product.Eggs.Length is 0 or > 100, $"{at}.eggs", "1 to 100 eggs are needed.");
        faults.Unique($"{at}.eggs", product.Eggs, e => e.Egg, "egg");
        for (var i = 0; i < product.Eggs.Length; i++)
            CheckEgg(product.Eggs[i], $"{at}.eggs[{i}]", faults);
        faults.AddIf(
            product.Eggs.Length > 0 && product.Eggs.All(e => e.Egg != product.DefaultEgg),
            $"{at}.defaultEgg",
            "Must be one of the product's eggs."
        );
    }

    /// <summary>Whether image and variables exist is the provider's to say, when the document is applied.</summary>
    private static void CheckEgg(EggOffer egg, string at, FaultList faults)
    {
        faults.Slug($"{at}.egg", egg.Egg);
        if (egg.Image is not null)
            faults.Text($"{at}.image", egg.Image, 100);
        foreach (var (key, value) in egg.Variables)
            faults.AddIf(
                value.Length > 500 || value.Any(char.IsControl),
                $"{at}.variables.{key}",
                "Must have at most 500 characters and no control characters."
            );
    }

    private static void CheckLimits(PlanLimits? limits, string at, FaultList faults)
    {
        if (limits is null)
        {
            faults.Add(at, "Limits are needed: memory, disk, cpu.");
            return;
        }
        faults.Between($"{at}.memory", limits.Memory, 128, 1_048_576);
        faults.Between($"{at}.disk", limits.Disk, 256, 16_777_216);
        faults.Between($"{at}.cpu", limits.Cpu, 10, 12_800);
        faults.Between($"{at}.swap", limits.Swap, 0, 65_536);
        faults.Between($"{at}.io", limits.Io, 10, 1_000);
        faults.Between($"{at}.databases", limits.Databases, 0, 100);
        faults.Between($"{at}.allocations", limits.Allocations, 1, 100);
        faults.Between($"{at}.backups", limits.Backups, 0, 100);
    }

    private static void CheckStock(ProductEntry product, string at, FaultList faults)
    {
        foreach (var (location, pieces) in product.Stock)
        {
            faults.AddIf(
                product.Locations.All(l => l.Value != location),
                $"{at}.stock.{location}",
                $"The product is not sold at the location '{location}'."
            );
            faults.Between($"{at}.stock.{location}", pieces, 0, 100_000);
        }
    }

    /// <summary>What the document declares, for references.</summary>
    private sealed record Known(
        HashSet<string> Categories,
        HashSet<string> Locations,
        Dictionary<string, ProviderEntry> Providers
    )
    {
        public static Known In(CatalogDocument document) =>
            new(
                [.. document.Categories.Select(c => c.Key.Value ?? "")],
                [.. document.Locations.Select(l => l.Id.Value ?? "")],
                document
                    .Providers.GroupBy(p => p.Id.Value ?? "")
                    .ToDictionary(g => g.Key, g => g.First())
            );
    }
}
