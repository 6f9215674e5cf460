using Elizon.Grains.Payments.Payers;
using Elizon.Grains.Providers;
using Elizon.Payments;
using Orleans.Concurrency;

namespace Elizon.Grains.Payments;

/// <summary>
/// Works at the provider and tells the payment what it found; when nothing could be found out, the payment's due time tries
/// again.
/// </summary>
[StatelessWorker]
internal sealed class PaymentWorker(IPayments provider, PayerBook payers) : Grain, IPaymentWorker
{
    public async Task Read(PaymentId payment, string[] providerIds, LostPayment? lost)
    {
        var seen = new List<ProviderPayment>();
        foreach (var id in providerIds)
            if (await provider.Read(id) is { IsDone: true, Value: { } one })
                seen.Add(one);
        var found = lost is null ? null : await Find(lost);
        seen.AddRange(found ?? []);
        // A look that found nothing is over too; only one that could not be made is made again soon.
        if (seen.Count > 0 || found is not null)
            await Payment(payment).Observed([.. seen]);
        else if (providerIds.Length > 0)
            await GrainFactory.Payment(payment).Look();
    }

    public async Task Collect(NewProviderPayment order, AccountId account)
    {
        var ready = await payers.Ready(order, account);
        if (ready.IsDone)
            await Report(order, await provider.Create(ready.Value!));
        else if (ready is { Kind: OutcomeKind.Refused, For: RefusedFor.Missing })
            await Payment(order.Intent).NotMade(order.Attempt, FailureReasons.NoMandate);
    }

    public async Task Refund(PaymentId payment, NewProviderRefund refund)
    {
        // Looked for first: it may be there since a try whose answer was lost.
        if (await provider.Read(refund.ProviderPayment) is not { IsDone: true, Value: { } before })
            return;
        if (!Array.Exists(before.Refunds, r => r.Refund == refund.Refund))
        {
            var made = await provider.Refund(refund);
            if (made is { Kind: OutcomeKind.Refused, For: not RefusedFor.Down })
            {
                await Payment(payment).RefundRefused(refund.Refund, made.Reason ?? "refused");
                return;
            }
        }
        if (await provider.Read(refund.ProviderPayment) is { IsDone: true, Value: { } after })
            await Payment(payment).Observed([after]);
    }

    /// <returns>Null when the provider could not be asked.</returns>
    private async Task<ProviderPayment[]?> Find(LostPayment lost)
    {
        if (
            await provider.FindByIntent(lost.Order.Intent, lost.Since)
            is not { IsDone: true, Value: { } found }
        )
            return null;
        if (Array.Exists(found, p => p.Attempt == lost.Order.Attempt))
            return found;
        if (!lost.MayCreate)
            await Payment(lost.Order.Intent).NotFound(lost.Order.Attempt);
        else if (lost.Order.Sequence == PaymentSequence.Recurring)
            await Collect(lost.Order, lost.Account);
        return found;
    }

    private async Task Report(NewProviderPayment order, Outcome<ProviderPayment> made)
    {
        if (made is { IsDone: true, Value: { } one })
            await Payment(order.Intent).Observed([one]);
        else if (made is { Kind: OutcomeKind.Refused, For: not RefusedFor.Down })
            await Payment(order.Intent).NotMade(order.Attempt, FailureReasons.NotAccepted);
    }

    private IPaymentInside Payment(PaymentId id) =>
        GrainFactory.GetGrain<IPaymentInside>(GrainId.Create(PaymentId.Kind, id.Value));
}
