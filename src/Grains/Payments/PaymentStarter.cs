using Elizon.Grains.Providers;
using Elizon.Payments;
using Orleans.Concurrency;

namespace Elizon.Grains.Payments;

/// <summary>
/// Starts a payment: the attempt and its key are stored before the call, so that whatever happens to the answer, a repeat
/// meets the same payment at the provider.
/// </summary>
[StatelessWorker]
internal sealed class PaymentStarter(IPayments provider) : Grain, IPaymentStarter
{
    private const int Tries = 2;

    public async Task<PaymentView> Start(PaymentIntent intent)
    {
        var payment = GrainFactory.GetGrain<IPaymentInside>(
            GrainId.Create(PaymentId.Kind, intent.Id.Value)
        );
        var begun = await payment.Begin(intent);
        if (
            begun.LookFirst
            && await provider.FindByIntent(intent.Id)
                is { IsDone: true, Value: { Length: > 0 } found }
        )
            return await payment.Observed(found);
        if (begun.LookFirst)
            throw PaymentRefusals.NotReachable();
        return begun.ToMake is null ? begun.View : await Make(payment, begun.ToMake);
    }

    private async Task<PaymentView> Make(IPaymentInside payment, NewProviderPayment order)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var made = await provider.Create(order);
            if (made is { IsDone: true, Value: { } one })
                return await payment.Observed([one]);
            if (made is { Kind: OutcomeKind.Refused, For: not RefusedFor.Down })
            {
                await payment.NotMade(order.Attempt);
                throw PaymentRefusals.NotAccepted();
            }
        }
        // The attempt stays: the due time looks for it, and a repeat by the customer uses the same key.
        throw PaymentRefusals.NotReachable();
    }
}
