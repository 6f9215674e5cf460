using Elizon.Catalog;

namespace Elizon.Cli.Catalog;

/// <summary>The file's own form: shorter than the document, the same content.</summary>
internal static class DocumentSyntax
{
    /// <summary>"common" holds anchors for merge keys and is not read itself.</summary>
    public static YamlMap Parts(YamlPlace root) =>
        root.Map(
            "common",
            "providers",
            "locations",
            "categories",
            "products",
            "navigation",
            "coupons"
        );

    public static CatalogDocument Read(YamlMap map, CatalogReading reading)
    {
        return new CatalogDocument
        {
            Providers = [.. Items(map.Required("providers")).Select(p => Provider(p, reading))],
            Locations = [.. Items(map.Required("locations")).Select(Location)],
            Categories = [.. Items(map.Required("categories")).Select(Category)],
            Products = [.. Items(map.Required("products")).Select(ProductSyntax.Read)],
            Navigation = [.. Items(map.Optional("navigation")).Select(Navigation)],
        };
    }

    private static ProviderEntry Provider(YamlPlace place, CatalogReading reading)
    {
        var map = place.Map("id", "kind", "name", "url", "secrets", "locations");
        return new ProviderEntry(
            new ProviderId(map.Text("id")),
            map.Text("kind"),
            map.Text("name"),
            map.Required("url") is { } url ? References.Resolve(url, reading, literal: true) : "",
            (map.Optional("secrets")?.Entries() ?? []).ToDictionary(
                e => e.Key,
                e => References.Resolve(e.Value, reading, literal: false)
            ),
            (map.Required("locations")?.Entries() ?? []).ToDictionary(
                e => e.Key,
                e => e.Value.Text()
            )
        );
    }

    private static LocationEntry Location(YamlPlace place)
    {
        var map = place.Map("id", "name", "city", "country", "flag", "pingUrl");
        return new LocationEntry(
            new LocationId(map.Text("id")),
            map.LocalText("name"),
            map.Text("city"),
            map.Text("country"),
            map.Text("flag"),
            map.TextOrNull("pingUrl")
        );
    }

    private static CategoryEntry Category(YamlPlace place)
    {
        var map = place.Map("key", "name", "description", "parent", "upgrade");
        return new CategoryEntry(
            new CategoryId(map.Text("key")),
            map.LocalText("name"),
            map.LocalText("description"),
            map.TextOrNull("parent") is { } parent ? new CategoryId(parent) : null,
            map.Optional("upgrade") is { } upgrade ? Upgrade(upgrade) : null
        );
    }

    private static UpgradeConfig Upgrade(YamlPlace place)
    {
        var map = place.Map("resources", "additionalIp");
        return new UpgradeConfig(
            [
                .. (map.Optional("resources")?.Entries() ?? []).Select(
                    (e, i) => Range(e.Key, e.Value.As($"{map.Path}.resources[{i}]"))
                ),
            ],
            map.Optional("additionalIp")?.Money()
        );
    }

    private static UpgradeRange Range(string resource, YamlPlace place)
    {
        var map = place.Map("min", "max", "step", "price");
        return new UpgradeRange(
            ProductSyntax.Resource(place, resource),
            map.Size("min"),
            map.Size("max"),
            map.Size("step"),
            map.Required("price")?.Money() ?? default
        );
    }

    private static NavigationEntry Navigation(YamlPlace place)
    {
        var map = place.Map("label", "href", "icon", "children");
        return new NavigationEntry(
            map.LocalText("label"),
            map.Text("href"),
            map.TextOrNull("icon"),
            [.. Items(map.Optional("children")).Select(Navigation)]
        );
    }

    private static IReadOnlyList<YamlPlace> Items(YamlPlace? list) => list?.List() ?? [];
}
