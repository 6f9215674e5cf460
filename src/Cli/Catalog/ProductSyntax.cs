using Elizon.Catalog;

namespace Elizon.Cli.Catalog;

/// <summary>A product in the file.</summary>
internal static class ProductSyntax
{
    public static ProductEntry Read(YamlPlace place)
    {
        var map = place.Map(
            "id",
            "slug",
            "category",
            "name",
            "description",
            "provider",
            "eggs",
            "defaultEgg",
            "limits",
            "locations",
            "options",
            "prices",
            "stock",
            "published"
        );
        var slug = map.Text("slug");
        var prices = (map.Required("prices") is { } p ? PriceSyntax.Read(p) : []).ToArray();
        var eggs = (map.Optional("eggs")?.List() ?? []).Select(Egg).ToArray();
        return new ProductEntry(
            new ProductId(map.TextOrNull("id") ?? slug),
            slug,
            new CategoryId(map.Text("category")),
            map.LocalText("name"),
            map.LocalText("description"),
            new ProviderId(map.Text("provider")),
            eggs,
            map.TextOrNull("defaultEgg") ?? eggs.FirstOrDefault()?.Egg,
            map.Required("limits") is { } limits ? Limits(limits) : new PlanLimits(0, 0, 0),
            [.. (map.Required("locations")?.List() ?? []).Select(l => new LocationId(l.Text()))],
            [
                .. (map.Optional("options")?.Entries() ?? []).Select(
                    (e, i) =>
                        OptionSyntax.Read(e.Key, e.Value.As($"{place.Path}.options[{i}]"), prices)
                ),
            ],
            prices,
            (map.Optional("stock")?.Entries() ?? []).ToDictionary(
                e => e.Key,
                e => e.Value.Number()
            ),
            map.Optional("published")?.YesNo() ?? true
        );
    }

    public static PlanResource Resource(YamlPlace place, string word)
    {
        if (
            Enum.TryParse<PlanResource>(word, ignoreCase: true, out var resource)
            && word.All(char.IsAsciiLetterLower)
        )
            return resource;
        place.Fault(
            $"'{word}' is no resource; there are {string.Join(", ", Enum.GetNames<PlanResource>()).ToLowerInvariant()}."
        );
        return default;
    }

    private static EggOffer Egg(YamlPlace place)
    {
        if (place.IsScalar)
            return new EggOffer(place.Text(), null, []);
        var map = place.Map("egg", "image", "variables");
        return new EggOffer(
            map.Text("egg"),
            map.TextOrNull("image"),
            (map.Optional("variables")?.Entries() ?? []).ToDictionary(
                e => e.Key,
                e => e.Value.Text()
            )
        );
    }

    private static PlanLimits Limits(YamlPlace place)
    {
        var map = place.Map(
            "memory",
            "disk",
            "cpu",
            "swap",
            "io",
            "databases",
            "allocations",
            "backups"
        );
        return new PlanLimits(
            map.Size("memory"),
            map.Size("disk"),
            map.Required("cpu")?.Number() ?? 0,
            map.Optional("swap")?.Size() ?? 0,
            map.Optional("io")?.Number() ?? 500,
            map.Optional("databases")?.Number() ?? 0,
            map.Optional("allocations")?.Number() ?? 1,
            map.Optional("backups")?.Number() ?? 0
        );
    }
}
