using Elizon.Grains.Billing;
using Elizon.Grains.Outbox;
using Elizon.Grains.Providers;
using Elizon.Grains.Storage;
using Elizon.Payments;

namespace Elizon.Grains.Payments;

/// <summary>What happens to money after it was paid: refunds, chargebacks, their reversal.</summary>
internal static class Aftermath
{
    /// <summary>After how long a paid payment is read again, by how often it was: most chargebacks come within eight weeks.</summary>
    private static readonly TimeSpan[] Watches =
    [
        TimeSpan.FromDays(1),
        TimeSpan.FromDays(6),
        TimeSpan.FromDays(21),
        TimeSpan.FromDays(28),
    ];

    /// <summary>A reversal comes without a notice; banks take months at most.</summary>
    private const int MostChargebackWatches = 30;

    private static readonly TimeSpan ChargebackWatch = TimeSpan.FromDays(7);
    private static readonly TimeSpan RefundWatch = TimeSpan.FromHours(6);

    /// <summary>Methods whose payer can take the money back.</summary>
    private static readonly HashSet<string> Reversible =
    [
        "creditcard",
        "applepay",
        "googlepay",
        "paypal",
        "directdebit",
    ];

    /// <summary>When a paid payment is read next; null: never by itself.</summary>
    public static DateTimeOffset? NextWatch(PaymentState payment, int watches, DateTimeOffset now)
    {
        if (!payment.IsPaid)
            return null;
        if (payment.Refunds.Any(r => r is { IsToBeMade: false, IsFinal: false }))
            return now + RefundWatch;
        if (payment.Chargebacks.Any(c => !c.Reversed))
            return watches < MostChargebackWatches ? now + ChargebackWatch : null;
        return
            watches < Watches.Length
            && payment.Attempts.Any(a => a.Paid is not null && Reversible.Contains(a.Method ?? ""))
            ? now + Watches[watches]
            : null;
    }

    /// <summary>What can still be given back of a paid attempt.</summary>
    public static Money Left(PaymentState payment, string providerPayment)
    {
        var paid = payment.Attempts.Find(a => a.ProviderId == providerPayment)?.Paid ?? Money.Zero;
        var gone =
            Money.Sum(
                payment
                    .Refunds.Where(r => r.Counts && r.ProviderPayment == providerPayment)
                    .Select(r => r.Amount)
            )
            + Money.Sum(
                payment
                    .Chargebacks.Where(c => !c.Reversed && c.ProviderPayment == providerPayment)
                    .Select(c => c.Amount)
            );
        return gone > paid ? Money.Zero : paid - gone;
    }

    /// <summary>Begins a refund whose money the account has set aside; null when it was begun before.</summary>
    public static Change<PaymentState>? Begin(
        PaymentState payment,
        StartRefund order,
        DateTimeOffset now
    )
    {
        if (payment.Refunds.Exists(r => r.Id == order.Refund.Value))
            return null;
        var refund = new PaymentRefund(
            order.Refund.Value,
            order.ProviderPayment,
            order.Amount,
            order.To,
            true,
            now
        )
        {
            TryAt = now + PaymentRules.LookLease,
        };
        if (order.Amount > Left(payment, order.ProviderPayment))
            return Tell(
                PaymentRules.Recorded(
                    payment with
                    {
                        Refunds = payment.Refunds.Add(
                            refund with
                            {
                                Status = ProviderRefundStatus.Failed,
                            }
                        ),
                    }
                ),
                refund,
                "more than is left of the payment"
            );
        if (order.To == RefundTo.Balance)
            refund = refund with { Status = ProviderRefundStatus.Refunded };
        return PaymentRules.Recorded(payment with { Refunds = payment.Refunds.Add(refund) });
    }

    /// <summary>The provider will not make this refund.</summary>
    public static Change<PaymentState>? Refused(PaymentState payment, RefundId id, string reason) =>
        payment.Refunds.Find(r => r.Id == id.Value && r.IsToBeMade) is { } refund
            ? Tell(
                PaymentRules.Recorded(
                    payment with
                    {
                        Refunds = payment.Refunds.Replace(
                            refund,
                            refund with
                            {
                                Status = ProviderRefundStatus.Failed,
                            }
                        ),
                    }
                ),
                refund,
                reason
            )
            : null;

    /// <summary>Refunds and chargebacks as a read shows them.</summary>
    public static Change<PaymentState> Observe(
        Change<PaymentState> change,
        ProviderPayment seen,
        DateTimeOffset now
    )
    {
        var before = change.Next;
        foreach (var refund in seen.Refunds)
            change = Observe(change, seen.Id, refund, now);
        foreach (var chargeback in seen.Chargebacks)
            change = Observe(change, seen.Id, chargeback);
        return change.Next == before
            ? change
            : change with
            {
                Next = change.Next with { Watches = 0, WatchAt = NextWatch(change.Next, 0, now) },
            };
    }

    /// <summary>The key of a refund's try: the same for as long as the provider remembers it.</summary>
    public static string KeyOf(PaymentRefund refund, DateTimeOffset now) =>
        NewId
            .Derived<RefundId>(
                $"{refund.Id}/try",
                (int)((now - refund.CreatedAt) / PaymentRules.KeyLife)
            )
            .Value;

    private static Change<PaymentState> Observe(
        Change<PaymentState> change,
        string providerPayment,
        ProviderRefund seen,
        DateTimeOffset now
    )
    {
        var payment = change.Next;
        var known =
            payment.Refunds.Find(r => r.ProviderId == seen.Id)
            ?? payment.Refunds.Find(r => r.Id == seen.Refund?.Value);
        if (known is { IsFinal: true } || (known is not null && known.Status == seen.Status))
            return change;
        var refund = (
            known
            ?? new PaymentRefund(seen.Id, providerPayment, seen.Amount, RefundTo.Method, false, now)
        ) with
        {
            ProviderId = seen.Id,
            Status = seen.Status,
        };
        change = change with
        {
            Next = payment with
            {
                Refunds = known is null
                    ? payment.Refunds.Add(refund)
                    : payment.Refunds.Replace(known, refund),
            },
        };
        return refund switch
        {
            { Status: ProviderRefundStatus.Refunded } => Refunded(change, refund),
            { Counts: false, Ours: true } => Tell(
                change,
                refund,
                seen.Status == ProviderRefundStatus.Canceled
                    ? "canceled at the provider"
                    : "failed at the provider"
            ),
            _ => change,
        };
    }

    private static Change<PaymentState> Observe(
        Change<PaymentState> change,
        string providerPayment,
        ProviderChargeback seen
    )
    {
        var known = change.Next.Chargebacks.Find(c => c.Id == seen.Id);
        if (known is { Reversed: true } || (known is not null && !seen.Reversed))
            return change;
        var chargeback = new PaymentChargeback(
            seen.Id,
            providerPayment,
            seen.Amount,
            seen.Reason,
            seen.Reversed
        );
        change = change with
        {
            Next = change.Next with
            {
                Chargebacks = known is null
                    ? change.Next.Chargebacks.Add(chargeback)
                    : change.Next.Chargebacks.Replace(known, chargeback),
            },
        };
        if (known is null)
            change = ChargedBack(change, chargeback);
        return seen.Reversed ? Reversed(change, chargeback) : change;
    }

    private static Change<PaymentState> ChargedBack(
        Change<PaymentState> change,
        PaymentChargeback chargeback
    )
    {
        var intent = change.Next.Intent!;
        change = change.Send(
            Address.Of(intent.Account),
            new PaymentChargedBack(
                intent.Id,
                intent.Purpose,
                intent.Invoice,
                chargeback.Amount,
                chargeback.ProviderPayment,
                chargeback.Id,
                chargeback.Reason
            )
        );
        return FailureReasons.IsFatal(chargeback.Reason)
            ? change.Send(PayerAddress.Of(intent.Account), new MandatesChanged())
            : change;
    }

    private static Change<PaymentState> Reversed(
        Change<PaymentState> change,
        PaymentChargeback chargeback
    )
    {
        var intent = change.Next.Intent!;
        return change.Send(
            Address.Of(intent.Account),
            new ChargebackReversed(
                intent.Id,
                intent.Purpose,
                intent.Invoice,
                chargeback.Amount,
                chargeback.ProviderPayment,
                chargeback.Id
            )
        );
    }

    private static Change<PaymentState> Refunded(Change<PaymentState> change, PaymentRefund refund)
    {
        var intent = change.Next.Intent!;
        return change.Send(
            Address.Of(intent.Account),
            new PaymentRefunded(
                intent.Id,
                intent.Purpose,
                intent.Invoice,
                refund.Amount,
                refund.ProviderPayment,
                refund.Id,
                refund.Ours
            )
        );
    }

    /// <summary>Tells the account that a refund will not happen.</summary>
    private static Change<PaymentState> Tell(
        Change<PaymentState> change,
        PaymentRefund refund,
        string reason
    )
    {
        var intent = change.Next.Intent!;
        return change.Send(
            Address.Of(intent.Account),
            new RefundFailed(
                intent.Id,
                intent.Purpose,
                intent.Invoice,
                refund.Amount,
                refund.Id,
                reason,
                refund.To
            )
        );
    }
}
