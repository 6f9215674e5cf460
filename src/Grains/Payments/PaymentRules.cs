using Elizon.Grains.Billing;
using Elizon.Grains.Outbox;
using Elizon.Grains.Providers;
using Elizon.Grains.Storage;
using Elizon.Payments;

namespace Elizon.Grains.Payments;

/// <summary>
/// What happens to a payment, as pure rules. The redirect never books, a late "paid" still books, an attempt's expiry says
/// nothing about another attempt (payments sheet, section 3).
/// </summary>
internal static class PaymentRules
{
    /// <summary>When an attempt is read again, by how often it was.</summary>
    private static readonly TimeSpan[] Checks =
    [
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(6),
        TimeSpan.FromDays(1),
    ];

    /// <summary>The provider forgets idempotency keys after an hour; a little less is safe.</summary>
    public static readonly TimeSpan KeyLife = TimeSpan.FromMinutes(55);

    /// <summary>A lost answer is looked for soon: the customer may be waiting to pay.</summary>
    private static readonly TimeSpan LostCheck = TimeSpan.FromSeconds(30);

    /// <summary>A collection that the provider never made is tried for so long, each time after a look-up.</summary>
    private static readonly TimeSpan CollectLife = TimeSpan.FromDays(1);

    public static readonly TimeSpan LookLease = TimeSpan.FromSeconds(45);

    /// <summary>A new attempt, or null when the last one still serves.</summary>
    public static Change<PaymentState>? Begin(
        PaymentState payment,
        PaymentIntent intent,
        DateTimeOffset now
    ) =>
        payment.IsPaid || payment.Attempts.LastOrDefault() is { IsFinal: false }
            ? null
            : Recorded(
                WithAttempt(payment with { Intent = payment.Intent ?? intent }, now) with
                {
                    CreatedAt = payment.Intent is null ? now : payment.CreatedAt,
                    Ended = null,
                }
            );

    /// <summary>A collection: one intent, one time. Null when it was asked for before, whatever became of it.</summary>
    public static Change<PaymentState>? Collect(
        PaymentState payment,
        PaymentIntent intent,
        DateTimeOffset now
    ) => payment.Intent is null ? InFlight(Begin(payment, intent, now)!, now) : null;

    /// <summary>Whether the provider still takes this attempt's key for the same payment.</summary>
    public static bool MayCreate(PaymentAttempt attempt, DateTimeOffset now) =>
        attempt.ProviderId is null && !attempt.IsFinal && now - attempt.CreatedAt < KeyLife;

    /// <summary>What to make at the provider for an attempt.</summary>
    public static NewProviderPayment Order(PaymentState payment, PaymentAttempt attempt) =>
        new(
            payment.Intent!.Id,
            attempt.Number,
            attempt.Key,
            payment.Intent.Amount,
            payment.Intent.Description,
            payment.Intent.Locale
        )
        {
            Sequence = payment.Intent.Sequence,
            Mandate = payment.Intent.Mandate,
            Method = payment.Intent.Method,
        };

    /// <summary>The provider refused to make it.</summary>
    /// <param name="reason">One of <see cref="FailureReasons"/>.</param>
    public static Change<PaymentState>? NotMade(
        PaymentState payment,
        int number,
        string reason,
        DateTimeOffset now
    ) =>
        Lost(payment, number) is { } attempt ? Ended(Without(payment, attempt, reason), now) : null;

    /// <summary>
    /// The provider forgot the key and looked in vain: it was never made. A collection is tried anew, with a new key; what a
    /// payer should pay ends.
    /// </summary>
    public static Change<PaymentState>? NotFound(
        PaymentState payment,
        int number,
        DateTimeOffset now
    )
    {
        if (Lost(payment, number) is not { } attempt || MayCreate(attempt, now))
            return null;
        var without = Without(payment, attempt, FailureReasons.NotReachable);
        return
            payment.Intent!.Sequence == PaymentSequence.Recurring
            && now - payment.CreatedAt < CollectLife
            ? Recorded(WithAttempt(without, now))
            : Ended(without, now);
    }

    /// <summary>What was read at the provider, in whatever order it comes. Null when nothing is new.</summary>
    public static Change<PaymentState>? Observe(
        PaymentState payment,
        IReadOnlyList<ProviderPayment> seen,
        DateTimeOffset now
    )
    {
        var change = new Change<PaymentState>(payment);
        foreach (var one in seen.Where(s => s.Intent == payment.Intent?.Id))
            change = Aftermath.Observe(Observing.Observe(change, one, now), one, now);
        if (change.Next == payment)
            return null;
        change = Recorded(change.Next) with { Messages = change.Messages };
        return change.Next.Ended is null ? Ended(change, now) : change;
    }

    /// <summary>The next check of whatever is open.</summary>
    public static PaymentState Checked(PaymentState payment, DateTimeOffset now) =>
        payment with
        {
            Attempts = payment.Attempts.ConvertAll(a =>
                a.IsFinal || a.CheckAt > now
                    ? a
                    : a with
                    {
                        Checks = a.Checks + 1,
                        CheckAt = now + CheckAfter(a.Checks),
                    }
            ),
            Refunds = payment.Refunds.ConvertAll(r =>
                !r.IsToBeMade || r.TryAt > now
                    ? r
                    : r with
                    {
                        Tries = r.Tries + 1,
                        TryAt = now + CheckAfter(r.Tries),
                    }
            ),
            Watches = payment.WatchAt <= now ? payment.Watches + 1 : payment.Watches,
            WatchAt =
                payment.WatchAt <= now
                    ? Aftermath.NextWatch(payment, payment.Watches + 1, now)
                    : payment.WatchAt,
        };

    /// <summary>
    /// A look at what is due. It is made again soon where its outcome stays out; not so where a paid payment is only
    /// watched: the worker asks for another look when it could not read, and the next watch makes up for a lost one.
    /// </summary>
    public static PaymentState Looking(PaymentState payment, DateTimeOffset now)
    {
        var isWatch =
            payment.LookingUntil is null
            && payment.Attempts.TrueForAll(a => a.IsFinal)
            && !payment.Refunds.Exists(r => r.IsToBeMade);
        return Checked(payment, now) with { LookingUntil = isWatch ? null : now + LookLease };
    }

    public static TimeSpan CheckAfter(int checks) => Checks[Math.Min(checks, Checks.Length - 1)];

    /// <summary>Tells the account once that nothing of this payment can be paid any more.</summary>
    public static Change<PaymentState> Ended(PaymentState payment, DateTimeOffset now) =>
        Ended(Recorded(payment), now);

    public static PaymentView ToView(PaymentState payment) => PaymentViews.ToView(payment);

    public static string Status(PaymentState payment) => PaymentViews.Status(payment);

    /// <summary>Tells the account once that money is on its way.</summary>
    public static Change<PaymentState> InFlight(Change<PaymentState> change, DateTimeOffset now)
    {
        var intent = change.Next.Intent!;
        return (change with { Next = change.Next with { InFlightTold = true } }).Send(
            Address.Of(intent.Account),
            new PaymentInFlight(intent.Id, intent.Purpose, intent.Invoice, intent.Amount, now)
        );
    }

    /// <summary>The rows of a payment beside its state.</summary>
    public static Change<PaymentState> Recorded(PaymentState next) =>
        new Change<PaymentState>(next)
            .Record(PaymentRow.Of(next))
            .Record(
                next.Attempts.Where(a => a.ProviderId is not null)
                    .Select(a => PaymentAttemptRow.Of(next, a))
            );

    private static PaymentAttempt? Lost(PaymentState payment, int number) =>
        payment.Attempts.Find(a => a.Number == number) is { ProviderId: null, IsFinal: false } lost
            ? lost
            : null;

    private static PaymentState Without(
        PaymentState payment,
        PaymentAttempt attempt,
        string reason
    ) =>
        payment with
        {
            Attempts = payment.Attempts.Replace(
                attempt,
                attempt with
                {
                    NeverMade = true,
                    Reason = reason,
                }
            ),
        };

    private static PaymentState WithAttempt(PaymentState payment, DateTimeOffset now)
    {
        var number = payment.Attempts.Count + 1;
        return payment with
        {
            Attempts = payment.Attempts.Add(
                new PaymentAttempt(
                    number,
                    NewId.Derived<PaymentId>($"{payment.Intent!.Id}/attempt", number).Value,
                    now,
                    now + LostCheck
                )
            ),
        };
    }

    private static Change<PaymentState> Ended(Change<PaymentState> change, DateTimeOffset now)
    {
        var payment = change.Next;
        if (payment.Ended is not null || payment.IsPaid || payment.Attempts.Any(a => !a.IsFinal))
            return change;
        var last = payment.Attempts[^1];
        var outcome = last.Status switch
        {
            ProviderPaymentStatus.Canceled => "canceled",
            ProviderPaymentStatus.Expired => "expired",
            _ => "failed",
        };
        var intent = payment.Intent!;
        var ended = Recorded(payment with { Ended = outcome }) with { Messages = change.Messages };
        ended = ended.Send(
            Address.Of(intent.Account),
            new PaymentEnded(intent.Id, intent.Purpose, intent.Invoice, outcome, last.Reason)
        );
        // A bank that refuses for good takes the mandate along.
        return FailureReasons.IsFatal(last.Reason)
            ? ended.Send(PayerAddress.Of(intent.Account), new MandatesChanged())
            : ended;
    }
}
