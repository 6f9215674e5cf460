using Elizon.Grains.Billing;
using Elizon.Grains.Countries;
using Elizon.Taxes;
using Orleans.Concurrency;

namespace Elizon.Grains.Taxes;

[StatelessWorker, GrainType("tax-rates")]
internal sealed class TaxRates(House house, TimeProvider clock) : Grain, ITaxRates
{
    public Task<TaxRateView[]> List(DateOnly? on) =>
        Task.FromResult(RateTable.On(on ?? house.DayOf(clock.GetUtcNow())));
}
