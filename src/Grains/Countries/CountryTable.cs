using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Elizon.Grains.Countries;

/// <summary>
/// All countries with their dated tax rates, from the embedded table. Changed only by a release: a rate that changes gets
/// a further entry with its first day, never an edited one, so that a supply of the past keeps its rate.
/// </summary>
internal static class CountryTable
{
    private static readonly Table Loaded = EmbeddedTable.Read<Table>("countries.json");

    private static readonly FrozenDictionary<string, Country> ByCode =
        Loaded.Countries.ToFrozenDictionary(c => c.Code);

    /// <summary>Day up to which the rates are known; kept with every priced document.</summary>
    public static string Version => Loaded.Version;

    public static ImmutableArray<Country> All => Loaded.Countries;

    /// <summary>The country with this upper-case code, or null.</summary>
    public static Country? Find(string code) => ByCode.GetValueOrDefault(code);

    private sealed record Table(string Version, ImmutableArray<Country> Countries);
}
