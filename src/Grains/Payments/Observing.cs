using Elizon.Grains.Billing;
using Elizon.Grains.Outbox;
using Elizon.Grains.Providers;
using Elizon.Grains.Storage;
using Elizon.Payments;

namespace Elizon.Grains.Payments;

/// <summary>What a read says about an attempt, whenever and however often it comes.</summary>
internal static class Observing
{
    public static Change<PaymentState> Observe(
        Change<PaymentState> change,
        ProviderPayment seen,
        DateTimeOffset now
    )
    {
        var payment = change.Next;
        var known =
            payment.Attempts.Find(a => a.ProviderId == seen.Id)
            ?? payment.Attempts.Find(a => a.Number == seen.Attempt && a.ProviderId is null);
        if (IsStale(known, seen))
            return change;
        var attempt = Seen(
            known ?? new PaymentAttempt(payment.Attempts.Count + 1, "", now, now),
            seen,
            isNew: known?.ProviderId is null,
            now
        );
        if (attempt == known)
            return change;
        change = change with
        {
            Next = payment with
            {
                Attempts = known is null
                    ? payment.Attempts.Add(attempt)
                    : payment.Attempts.Replace(known, attempt),
            },
        };
        return seen.Status switch
        {
            ProviderPaymentStatus.Paid when seen.Euros => Paid(change, seen, now),
            ProviderPaymentStatus.Pending
            or ProviderPaymentStatus.Authorized when !payment.InFlightTold => PaymentRules.InFlight(
                change,
                now
            ),
            _ => change,
        };
    }

    /// <summary>
    /// What is final stays: a reordered read of an earlier state changes nothing. Only "paid" wins over another end: the
    /// bank's money came after all.
    /// </summary>
    private static bool IsStale(PaymentAttempt? known, ProviderPayment seen) =>
        known is { IsFinal: true, NeverMade: false }
        && (
            known.Status == ProviderPaymentStatus.Paid || seen.Status != ProviderPaymentStatus.Paid
        );

    private static PaymentAttempt Seen(
        PaymentAttempt attempt,
        ProviderPayment seen,
        bool isNew,
        DateTimeOffset now
    ) =>
        attempt with
        {
            ProviderId = seen.Id,
            Status = seen.Status,
            CheckoutUrl = seen.CheckoutUrl,
            ExpiresAt = seen.ExpiresAt,
            Method = seen.Method,
            Reason = seen.Reason,
            World = seen.World,
            MadeAt = seen.CreatedAt ?? attempt.MadeAt,
            Paid = seen is { Status: ProviderPaymentStatus.Paid, Euros: true } ? seen.Amount : null,
            NeverMade = false,
            CheckAt = isNew ? now + PaymentRules.CheckAfter(0) : attempt.CheckAt,
        };

    private static Change<PaymentState> Paid(
        Change<PaymentState> change,
        ProviderPayment seen,
        DateTimeOffset now
    )
    {
        var intent = change.Next.Intent!;
        change = change with
        {
            Next = change.Next with
            {
                Watches = 0,
                WatchAt = Aftermath.NextWatch(change.Next, 0, now),
            },
        };
        if (intent.Purpose != PaymentPurpose.SavedMethod)
            change = change.Send(
                Address.Of(intent.Account),
                new PaymentReceived(
                    intent.Id,
                    intent.Purpose,
                    intent.Invoice,
                    seen.Amount,
                    seen.Id,
                    seen.Method ?? "mollie"
                )
            );
        return intent.Sequence == PaymentSequence.First
            ? change.Send(PayerAddress.Of(intent.Account), new MandatesChanged())
            : change;
    }
}
