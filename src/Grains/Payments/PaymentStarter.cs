using Elizon.Grains.Payments.Payers;
using Elizon.Grains.Providers;
using Elizon.Grains.Storage;
using Elizon.Payments;
using Orleans.Concurrency;

namespace Elizon.Grains.Payments;

/// <summary>
/// Starts a payment: the attempt and its key are stored before the call, so that whatever happens to the answer, a repeat
/// meets the same payment at the provider.
/// </summary>
[StatelessWorker]
internal sealed class PaymentStarter(IPayments provider, PayerBook payers, [Wall] TimeProvider wall)
    : Grain,
        IPaymentStarter
{
    private const int Tries = 2;

    /// <summary>All calls of one start together: below the cluster's ten seconds, so that the caller hears what happened.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8.5);

    public async Task<PaymentView> Start(PaymentIntent intent)
    {
        using var patience = new CancellationTokenSource(Patience, wall);
        var payment = GrainFactory.GetGrain<IPaymentInside>(
            GrainId.Create(PaymentId.Kind, intent.Id.Value)
        );
        var begun = await payment.Begin(intent);
        if (
            begun.LookFirst
            && await provider.FindByIntent(intent.Id, begun.Since, patience.Token)
                is { IsDone: true, Value: { Length: > 0 } found }
        )
            return await payment.Observed(found);
        if (begun.LookFirst)
            throw PaymentRefusals.NotReachable();
        return begun.ToMake is null
            ? begun.View
            : await Make(payment, begun.ToMake, begun.Account, patience.Token);
    }

    private async Task<PaymentView> Make(
        IPaymentInside payment,
        NewProviderPayment order,
        AccountId account,
        CancellationToken patience
    )
    {
        var ready = await payers.Ready(order, account, patience);
        if (ready is { Kind: OutcomeKind.Refused, For: not RefusedFor.Down })
            throw await NotAccepted(payment, order);
        for (var tries = 0; tries < Tries && ready.IsDone; tries++)
        {
            if (patience.IsCancellationRequested)
                break;
            var made = await provider.Create(ready.Value!, patience);
            if (made is { IsDone: true, Value: { } one })
                return await payment.Observed([one]);
            if (made is { Kind: OutcomeKind.Refused, For: not RefusedFor.Down })
                throw await NotAccepted(payment, order);
        }
        // The attempt stays: the due time looks for it, and a repeat by the customer uses the same key.
        throw PaymentRefusals.NotReachable();
    }

    private static async Task<Refusal> NotAccepted(IPaymentInside payment, NewProviderPayment order)
    {
        await payment.NotMade(order.Attempt, FailureReasons.NotAccepted);
        return PaymentRefusals.NotAccepted();
    }
}
