using System.Collections.Immutable;

namespace Elizon.Grains.Countries;

/// <summary>All parts of member states with tax rules of their own, from the embedded table.</summary>
internal static class TerritoryTable
{
    private static readonly ILookup<string, Territory> ByCountry;

    static TerritoryTable()
    {
        All = EmbeddedTable.Read<Table>("territories.json").Territories;
        ByCountry = All.ToLookup(t => t.Country, StringComparer.Ordinal);
    }

    public static ImmutableArray<Territory> All { get; }

    /// <summary>Of a member state.</summary>
    public static IEnumerable<Territory> Of(string country) => ByCountry[country];

    /// <summary>The territory a postal code lies in; null when the state's own rules hold there.</summary>
    /// <param name="zip">As written: blanks, dashes and a country's letters before it do not matter.</param>
    public static Territory? Find(string country, string zip)
    {
        var digits = string.Concat(zip.Where(char.IsAsciiDigit));
        return ByCountry[country]
            .FirstOrDefault(t => t.Zips.Any(z => digits.StartsWith(z, StringComparison.Ordinal)));
    }

    private sealed record Table(ImmutableArray<Territory> Territories);
}
