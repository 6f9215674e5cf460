using Elizon.Grains.Providers;
using Elizon.Grains.Storage;
using Elizon.Payments;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Payments;

/// <summary>
/// From the provider's id to the payment. A notice may be faster than the answer to our own create: then the provider says
/// whose it is, and if even that fails, the payment's own checks find it.
/// </summary>
[StatelessWorker]
internal sealed class PaymentNotices(NpgsqlDataSource database, IPayments provider)
    : Grain,
        IPaymentNotices
{
    public async Task Received(string providerPayment)
    {
        if (await Known(providerPayment) is { } payment)
        {
            await GrainFactory.Payment(payment).Look();
            return;
        }
        if (
            await provider.Read(providerPayment)
                is { IsDone: true, Value: { Intent: { } intent } seen }
            && await GrainFactory.Payment(intent).Status() is not null
        )
            await GrainFactory
                .GetGrain<IPaymentInside>(GrainId.Create(PaymentId.Kind, intent.Value))
                .Observed([seen]);
    }

    private async Task<PaymentId?> Known(string providerPayment)
    {
        await using var command = database.Command(
            "select payment from payment_attempt where provider_id = $1",
            providerPayment
        );
        return await command.ExecuteScalarAsync() is string id ? new PaymentId(id) : null;
    }
}
