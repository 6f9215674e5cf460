using System.Globalization;
using Elizon.Countries;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Pricing;
using Orleans.Concurrency;

namespace Elizon.Grains.Countries;

[StatelessWorker, GrainType("country-directory")]
internal sealed class CountryDirectory(House house, TimeProvider clock) : Grain, ICountryDirectory
{
    public Task<CountryView[]> List(string locale)
    {
        var english = locale == "en";
        var today = house.DayOf(clock.GetUtcNow());
        var order = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.IgnoreCase);
        return Task.FromResult(
            CountryTable
                .All.Select(c => View(c, english ? c.NameEn : c.NameDe, today))
                .OrderBy(c => c.Name, order)
                .ToArray()
        );
    }

    private CountryView View(Country country, string name, DateOnly today) =>
        new(
            country.Code,
            name,
            country.NameDe,
            country.NameEn,
            country.Currency,
            country.Eu,
            country.VatPrefix,
            Taxation.ConsumerRate(country, today, house.Terms)
        );
}
