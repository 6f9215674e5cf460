using System.Collections.Immutable;

namespace Elizon.Grains.Countries;

/// <summary>How a part of a member state differs from the rest of it.</summary>
internal enum TerritoryTax
{
    /// <summary>Outside the VAT area: taxed as a third country.</summary>
    Outside,

    /// <summary>Inside the VAT area with a standard rate of its own.</summary>
    OwnRate,
}

/// <summary>A part of a member state with tax rules of its own, told by the postal code (invoicing sheet, section 3).</summary>
/// <param name="Code">Ours: the state's code and a mark, such as ES-CN.</param>
/// <param name="Country">The member state whose code an address there bears.</param>
/// <param name="Zips">How postal codes of it begin, digits only.</param>
/// <param name="Rates">Of <see cref="TerritoryTax.OwnRate"/>; oldest first.</param>
internal sealed record Territory(
    string Code,
    string NameDe,
    string NameEn,
    string Country,
    TerritoryTax Tax,
    ImmutableArray<string> Zips,
    ImmutableArray<TaxRate> Rates
)
{
    public decimal? StandardRate(DateOnly on) => Rates.LastOrDefault(r => r.From <= on)?.Percent;
}
