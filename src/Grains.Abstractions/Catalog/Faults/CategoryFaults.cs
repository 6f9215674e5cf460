namespace Elizon.Catalog;

internal static class CategoryFaults
{
    private const int Deepest = 5;

    /// <summary>Words that stand in the address of another route.</summary>
    private static readonly string[] Taken = ["by-slug", "locations", "templates"];

    public static void Check(CatalogDocument document, FaultList faults)
    {
        faults.Unique("categories", document.Categories, c => c.Key.Value, "key");
        var parents = document
            .Categories.GroupBy(c => c.Key.Value ?? "")
            .ToDictionary(g => g.Key, g => g.First().Parent?.Value);
        for (var i = 0; i < document.Categories.Length; i++)
        {
            var (category, at) = (document.Categories[i], $"categories[{i}]");
            faults.Slug($"{at}.key", category.Key.Value);
            faults.AddIf(
                Taken.Contains(category.Key.Value),
                $"{at}.key",
                $"Must not be {string.Join(", ", Taken)}."
            );
            faults.Text($"{at}.name", category.Name, 80);
            faults.Text($"{at}.description", category.Description, 2_000);
            CheckParent(category, at, parents, faults);
            if (category.Upgrade is { } upgrade)
                Check(upgrade, $"{at}.upgrade", faults);
        }
    }

    private static void CheckParent(
        CategoryEntry category,
        string at,
        Dictionary<string, string?> parents,
        FaultList faults
    )
    {
        if (category.Parent is not { } parent)
            return;
        if (!parents.ContainsKey(parent.Value ?? ""))
        {
            faults.Add($"{at}.parent", $"No category '{parent}' is declared.");
            return;
        }
        var depth = 0;
        for (
            var above = parent.Value;
            above is not null && depth <= Deepest;
            above = parents.GetValueOrDefault(above)
        )
            depth++;
        faults.AddIf(
            depth > Deepest,
            $"{at}.parent",
            $"Categories must not contain themselves, nor lie deeper than {Deepest} levels."
        );
    }

    private static void Check(UpgradeConfig upgrade, string at, FaultList faults)
    {
        faults.Unique($"{at}.resources", upgrade.Resources, r => r.Resource.ToString(), "resource");
        if (upgrade.AdditionalIp is { } price)
            faults.Price($"{at}.additionalIp", price);
        for (var i = 0; i < upgrade.Resources.Length; i++)
        {
            var (range, place) = (upgrade.Resources[i], $"{at}.resources[{i}]");
            faults.Between($"{place}.min", range.Min, 0, 16_777_216);
            faults.Between($"{place}.max", range.Max, range.Min, 16_777_216);
            faults.Between($"{place}.step", range.Step, 1, 1_048_576);
            faults.Price($"{place}.price", range.Price);
        }
    }
}
