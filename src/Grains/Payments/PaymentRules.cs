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
    private static readonly TimeSpan KeyLife = TimeSpan.FromMinutes(55);

    /// <summary>A lost answer is looked for soon: the customer may be waiting to pay.</summary>
    private static readonly TimeSpan LostCheck = TimeSpan.FromSeconds(30);

    public static readonly TimeSpan LookLease = TimeSpan.FromSeconds(45);

    /// <summary>A new attempt, or null when the last one still serves.</summary>
    public static Change<PaymentState>? Begin(
        PaymentState payment,
        PaymentIntent intent,
        DateTimeOffset now
    )
    {
        if (
            payment.Attempts.Any(a => a.Status == ProviderPaymentStatus.Paid)
            || payment.Attempts.LastOrDefault() is { IsFinal: false }
        )
            return null;
        var number = payment.Attempts.Count + 1;
        var attempt = new PaymentAttempt(
            number,
            NewId.Derived<PaymentId>($"{intent.Id}/attempt", number).Value,
            now,
            now + LostCheck
        );
        var next = payment with
        {
            Intent = payment.Intent ?? intent,
            CreatedAt = payment.Intent is null ? now : payment.CreatedAt,
            Attempts = payment.Attempts.Add(attempt),
            Ended = null,
        };
        return Recorded(next);
    }

    /// <summary>Whether the provider still takes this attempt's key for the same payment.</summary>
    public static bool MayCreate(PaymentAttempt attempt, DateTimeOffset now) =>
        attempt.ProviderId is null && !attempt.IsFinal && now - attempt.CreatedAt < KeyLife;

    /// <summary>The provider refused to make it.</summary>
    public static Change<PaymentState>? NotMade(
        PaymentState payment,
        int number,
        DateTimeOffset now
    ) =>
        payment.Attempts.Find(a => a.Number == number)
            is { ProviderId: null, IsFinal: false } attempt
            ? Ended(
                payment with
                {
                    Attempts = payment.Attempts.Replace(attempt, attempt with { NeverMade = true }),
                },
                now
            )
            : null;

    /// <summary>What was read at the provider, in whatever order it comes. Null when nothing is new.</summary>
    public static Change<PaymentState>? Observe(
        PaymentState payment,
        IReadOnlyList<ProviderPayment> seen,
        DateTimeOffset now
    )
    {
        var next = payment;
        var messages = new List<Message>();
        foreach (var one in seen.Where(s => s.Intent == payment.Intent?.Id))
            next = Observe(next, one, messages, now);
        if (next == payment)
            return null;
        var change = Recorded(next);
        foreach (var message in messages)
            change = change.Send(Address.Of(payment.Intent!.Account), message);
        return change.Next.Ended is null ? Ended(change, now) : change;
    }

    /// <summary>The next check of whatever is open; lost attempts whose key is dead were never made.</summary>
    public static PaymentState Checked(PaymentState payment, DateTimeOffset now) =>
        payment with
        {
            Attempts = payment.Attempts.ConvertAll(a =>
                a.IsFinal || a.CheckAt > now ? a
                : a.ProviderId is null && now - a.CreatedAt > KeyLife + KeyLife
                    ? a with
                    {
                        NeverMade = true,
                    }
                : a with
                {
                    Checks = a.Checks + 1,
                    CheckAt = now + Checks[Math.Min(a.Checks, Checks.Length - 1)],
                }
            ),
        };

    /// <summary>Tells the account once that nothing of this payment can be paid any more.</summary>
    public static Change<PaymentState> Ended(PaymentState payment, DateTimeOffset now) =>
        Ended(Recorded(payment), now);

    public static PaymentView ToView(PaymentState payment)
    {
        var intent = payment.Intent!;
        var last =
            payment.Attempts.LastOrDefault(a => !a.IsFinal) ?? payment.Attempts.LastOrDefault();
        return new PaymentView(
            intent.Id,
            Status(payment),
            intent.Amount,
            intent.Purpose,
            intent.Invoice,
            last is { IsFinal: false } ? last.CheckoutUrl : null,
            payment.CreatedAt
        );
    }

    public static string Status(PaymentState payment)
    {
        if (payment.Attempts.Any(a => a.Status == ProviderPaymentStatus.Paid))
            return "PAID";
        return payment.Attempts.LastOrDefault() switch
        {
            { NeverMade: true } => "FAILED",
            { Status: ProviderPaymentStatus.Authorized or ProviderPaymentStatus.Pending } =>
                "PENDING",
            { Status: { } status } => status.ToString().ToUpperInvariant(),
            _ => "OPEN",
        };
    }

    private static PaymentState Observe(
        PaymentState payment,
        ProviderPayment seen,
        List<Message> messages,
        DateTimeOffset now
    )
    {
        var known =
            payment.Attempts.Find(a => a.ProviderId == seen.Id)
            ?? payment.Attempts.Find(a => a.Number == seen.Attempt && a.ProviderId is null);
        // What is final stays: a reordered read of an earlier state changes nothing.
        if (known is { IsFinal: true, NeverMade: false })
            return payment;
        var attempt = (known ?? new PaymentAttempt(payment.Attempts.Count + 1, "", now, now)) with
        {
            ProviderId = seen.Id,
            Status = seen.Status,
            CheckoutUrl = seen.CheckoutUrl,
            ExpiresAt = seen.ExpiresAt,
            Method = seen.Method,
            NeverMade = false,
        };
        if (known?.ProviderId is null)
            attempt = attempt with { CheckAt = now + Checks[0] };
        if (attempt == known)
            return payment;
        if (seen is { Status: ProviderPaymentStatus.Paid, Euros: true })
            messages.Add(
                new PaymentReceived(
                    payment.Intent!.Id,
                    payment.Intent.Purpose,
                    payment.Intent.Invoice,
                    seen.Amount,
                    seen.Id,
                    seen.Method ?? "mollie"
                )
            );
        return payment with
        {
            Attempts = known is null
                ? payment.Attempts.Add(attempt)
                : payment.Attempts.Replace(known, attempt),
        };
    }

    private static Change<PaymentState> Ended(Change<PaymentState> change, DateTimeOffset now)
    {
        var payment = change.Next;
        if (
            payment.Ended is not null
            || payment.Attempts.Any(a => !a.IsFinal || a.Status == ProviderPaymentStatus.Paid)
        )
            return change;
        var outcome = payment.Attempts[^1].Status switch
        {
            ProviderPaymentStatus.Canceled => "canceled",
            ProviderPaymentStatus.Expired => "expired",
            _ => "failed",
        };
        var ended = Recorded(payment with { Ended = outcome }) with { Messages = change.Messages };
        return ended.Send(
            Address.Of(payment.Intent!.Account),
            new PaymentEnded(
                payment.Intent.Id,
                payment.Intent.Purpose,
                payment.Intent.Invoice,
                outcome
            )
        );
    }

    private static Change<PaymentState> Recorded(PaymentState next)
    {
        var intent = next.Intent!;
        return new Change<PaymentState>(next)
            .Record(
                new PaymentRow(
                    intent.Id,
                    intent.Account,
                    intent.Purpose,
                    intent.Invoice,
                    intent.Amount,
                    Status(next),
                    next.CreatedAt
                )
            )
            .Record(
                next.Attempts.Where(a => a.ProviderId is not null)
                    .Select(a => new PaymentAttemptRow(
                        a.ProviderId!,
                        intent.Id,
                        a.Number,
                        a.Status?.ToString() ?? "",
                        a.CreatedAt
                    ))
            );
    }
}
