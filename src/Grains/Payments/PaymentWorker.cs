using Elizon.Grains.Providers;
using Orleans.Concurrency;

namespace Elizon.Grains.Payments;

/// <summary>Reads at the provider and tells the payment; when nothing could be read, the payment's due time tries again.</summary>
[StatelessWorker]
internal sealed class PaymentWorker(IPayments provider) : Grain, IPaymentWorker
{
    public async Task Read(PaymentId payment, string[] providerIds, bool lost)
    {
        var seen = new List<ProviderPayment>();
        foreach (var id in providerIds)
            if (await provider.Read(id) is { IsDone: true, Value: { } one })
                seen.Add(one);
        if (lost && await provider.FindByIntent(payment) is { IsDone: true, Value: { } found })
            seen.AddRange(found);
        if (seen.Count > 0)
            await GrainFactory
                .GetGrain<IPaymentInside>(GrainId.Create(PaymentId.Kind, payment.Value))
                .Observed([.. seen]);
    }
}
