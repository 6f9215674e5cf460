using System.Collections.Immutable;

namespace Elizon.Grains.Countries;

/// <summary>A standard rate of VAT or GST, in percent, from a day on (local calendar of the country).</summary>
internal sealed record TaxRate(DateOnly From, decimal Percent);

/// <summary>A country by ISO 3166 alpha-2 code.</summary>
/// <param name="Rates">Standard rates, oldest first. Complete since 2015 inside the European Union; elsewhere only the latest known, for information.</param>
internal sealed record Country(
    string Code,
    string NameDe,
    string NameEn,
    string? Currency,
    bool Eu,
    string? VatPrefix,
    ImmutableArray<TaxRate> Rates
)
{
    /// <summary>The standard rate on the day of supply; null when none is known for that day.</summary>
    public decimal? StandardRate(DateOnly on) => Rates.LastOrDefault(r => r.From <= on)?.Percent;
}
