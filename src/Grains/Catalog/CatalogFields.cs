using System.Globalization;
using Elizon.Catalog;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Catalog;

/// <summary>One comparable property of an entry.</summary>
internal readonly record struct Field(string Name, string? Text);

/// <summary>What is compared and shown of every kind of entry. A property that is missing here would change unseen.</summary>
internal static class CatalogFields
{
    public static IEnumerable<Field> Of(ProviderEntry provider) =>
        [
            new("kind", provider.Kind),
            new("name", provider.Name),
            new("url", provider.Url),
            .. provider.Locations.Select(l => new Field($"locations.{l.Key}", l.Value)),
        ];

    public static IEnumerable<Field> Of(LocationEntry location) =>
        [
            .. Of("name", location.Name),
            new("city", location.City),
            new("country", location.Country),
            new("flag", location.Flag),
            new("pingUrl", location.PingUrl),
        ];

    public static IEnumerable<Field> Of(CategoryEntry category) =>
        [
            .. Of("name", category.Name),
            .. Of("description", category.Description),
            new("parent", category.Parent?.Value),
            new("upgrade.additionalIp", category.Upgrade?.AdditionalIp?.ToString()),
            .. (category.Upgrade?.Resources ?? []).Select(r => new Field(
                $"upgrade.{r.Resource}",
                $"{r.Min} to {r.Max} by {r.Step} for {r.Price}"
            )),
        ];

    public static IEnumerable<Field> Of(ProductEntry product) =>
        [
            new("slug", product.Slug),
            new("category", product.Category.Value),
            .. Of("name", product.Name),
            .. Of("description", product.Description),
            new("provider", product.Provider.Value),
            new("eggs", string.Join(", ", product.Eggs.Select(e => e.Egg))),
            .. product.Eggs.SelectMany(Of),
            new("defaultEgg", product.DefaultEgg),
            .. Of(product.Limits),
            new("locations", string.Join(", ", product.Locations)),
            .. product.Options.SelectMany(Of),
            .. product.Stock.Select(s => new Field($"stock.{s.Key}", Number(s.Value))),
            new("published", product.Published ? "yes" : "no"),
        ];

    /// <summary>The whole navigation as one property: its parts have no names of their own.</summary>
    public static string Of(NavigationEntry[] navigation) => Json.Write(navigation);

    private static IEnumerable<Field> Of(string name, LocalText text) =>
        [new($"{name}.de", text.De), new($"{name}.en", text.En)];

    private static IEnumerable<Field> Of(PlanLimits limits) =>
        [
            new("limits.memory", Number(limits.Memory)),
            new("limits.disk", Number(limits.Disk)),
            new("limits.cpu", Number(limits.Cpu)),
            new("limits.swap", Number(limits.Swap)),
            new("limits.io", Number(limits.Io)),
            new("limits.databases", Number(limits.Databases)),
            new("limits.allocations", Number(limits.Allocations)),
            new("limits.backups", Number(limits.Backups)),
        ];

    private static IEnumerable<Field> Of(EggOffer egg) =>
        [
            new($"eggs.{egg.Egg}.image", egg.Image),
            .. egg.Variables.Select(v => new Field($"eggs.{egg.Egg}.variables.{v.Key}", v.Value)),
        ];

    private static IEnumerable<Field> Of(ProductOption option) =>
        [
            .. Of($"options.{option.Key}.name", option.Name),
            new(
                $"options.{option.Key}",
                $"{option.Resource} by {option.Step}, up to {option.MaxSteps} times"
            ),
        ];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
