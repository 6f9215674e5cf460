using System.Collections.Immutable;
using Elizon.Grains.Countries;
using Elizon.Taxes;

namespace Elizon.Grains.Taxes;

/// <summary>The rates of a day as staff reads them.</summary>
internal static class RateTable
{
    /// <summary>Each member state and behind it its territories.</summary>
    public static TaxRateView[] On(DateOnly day) =>
        [
            .. CountryTable
                .All.Where(c => c.Eu)
                .SelectMany(c =>
                    TerritoryTable.Of(c.Code).Select(t => Of(t, day)).Prepend(Of(c, day))
                ),
        ];

    private static TaxRateView Of(Country country, DateOnly day) =>
        Of(country.Code, country.Code, country.NameEn, true, country.Rates, day);

    private static TaxRateView Of(Territory territory, DateOnly day) =>
        Of(
            territory.Code,
            territory.Country,
            territory.NameEn,
            territory.Tax == TerritoryTax.OwnRate,
            territory.Rates,
            day
        );

    private static TaxRateView Of(
        string code,
        string country,
        string name,
        bool inside,
        ImmutableArray<TaxRate> rates,
        DateOnly day
    )
    {
        var rate = rates.LastOrDefault(r => r.From <= day);
        var next = rates.FirstOrDefault(r => r.From > day);
        return new TaxRateView(code, country, name, inside, rate?.Percent, rate?.From, next?.From);
    }
}
