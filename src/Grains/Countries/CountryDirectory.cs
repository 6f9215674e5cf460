using System.Globalization;
using Elizon.Countries;
using Orleans.Concurrency;

namespace Elizon.Grains.Countries;

[StatelessWorker, GrainType("country-directory")]
internal sealed class CountryDirectory(TimeProvider clock) : Grain, ICountryDirectory
{
    public Task<CountryView[]> List(string locale)
    {
        var english = locale == "en";
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var order = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.IgnoreCase);
        return Task.FromResult(
            CountryTable
                .All.Select(c => View(c, english ? c.NameEn : c.NameDe, today))
                .OrderBy(c => c.Name, order)
                .ToArray()
        );
    }

    private static CountryView View(Country country, string name, DateOnly today) =>
        new(
            country.Code,
            name,
            country.NameDe,
            country.NameEn,
            country.Currency,
            country.Eu,
            country.VatPrefix,
            country.Eu ? country.StandardRate(today) ?? 0 : 0
        );
}
