using System.Globalization;
using Elizon.Catalog;

namespace Elizon.Cli.Catalog;

/// <summary>Prices by cycle: <c>30: 4.99</c>, or a list with later prices: <c>30: [4.99, {price: 5.49, from: 2027-01-01}]</c>.</summary>
internal static class PriceSyntax
{
    public static IEnumerable<PriceEntry> Read(YamlPlace prices)
    {
        var entries = new List<PriceEntry>();
        foreach (var (cycle, value) in prices.Entries())
        {
            if (Cycle(cycle, value) is not { } days)
                continue;
            foreach (var one in value.IsScalar ? [value] : value.List())
                entries.Add(Entry(days, one.As($"{prices.Path}[{entries.Count}]")));
        }
        return entries;
    }

    /// <summary>The cycle a price is for; null after a fault.</summary>
    public static int? Cycle(string text, YamlPlace place)
    {
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && BillingCycles.IsValid(days)
        )
            return days;
        place.Fault($"A cycle is one of {BillingCycles.Text} days, but is '{text}'.");
        return null;
    }

    private static PriceEntry Entry(int days, YamlPlace place)
    {
        if (place.IsScalar)
            return new PriceEntry(days, place.Money());
        var map = place.Map("price", "from");
        return new PriceEntry(
            days,
            map.Required("price")?.Money() ?? default,
            map.Required("from")?.Instant()
        );
    }
}

/// <summary>An option; a single price is per step and 30 days and scaled by days for the other cycles.</summary>
internal static class OptionSyntax
{
    public static ProductOption Read(string key, YamlPlace place, PriceEntry[] cycles)
    {
        var map = place.Map("name", "resource", "step", "max", "price", "prices");
        return new ProductOption(
            key,
            map.LocalText("name"),
            ProductSyntax.Resource(place, map.TextOrNull("resource") ?? key),
            map.Size("step"),
            map.Required("max")?.Number() ?? 0,
            Prices(map, cycles.Select(c => c.Cycle).Distinct())
        );
    }

    private static SortedDictionary<int, Money> Prices(YamlMap map, IEnumerable<int> cycles)
    {
        if (map.Optional("prices") is { } each)
            return new(
                each.Entries()
                    .Select(e => (Cycle: PriceSyntax.Cycle(e.Key, e.Value), e.Value))
                    .Where(e => e.Cycle is not null)
                    .DistinctBy(e => e.Cycle)
                    .ToDictionary(e => e.Cycle!.Value, e => e.Value.Money())
            );
        var month = map.Required("price")?.Money() ?? default;
        return new(cycles.ToDictionary(c => c, c => Money.Round(month.Euros * c / 30m)));
    }
}
