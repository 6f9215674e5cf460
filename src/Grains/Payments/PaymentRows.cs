using Elizon.Grains.Storage;
using Elizon.Payments;

namespace Elizon.Grains.Payments;

/// <summary>A payment in lists.</summary>
[Table("payment", WriteMode.Upsert)]
internal sealed record PaymentRow(
    [property: Key] PaymentId Id,
    AccountId Account,
    PaymentPurpose Purpose,
    InvoiceId? Invoice,
    Money Amount,
    string Status,
    DateTimeOffset CreatedAt
) : Row
{
    public static PaymentRow Of(PaymentState payment) =>
        new(
            payment.Intent!.Id,
            payment.Intent.Account,
            payment.Intent.Purpose,
            payment.Intent.Invoice,
            payment.Intent.Amount,
            PaymentViews.Status(payment),
            payment.CreatedAt
        );
}

/// <summary>The way from the provider's id to ours, and what a reconciliation compares.</summary>
/// <param name="Refunded">What the provider gives back or has given back.</param>
/// <param name="ChargedBack">What banks hold back at this moment.</param>
[Table("payment_attempt", WriteMode.Upsert)]
internal sealed record PaymentAttemptRow(
    [property: Key] string ProviderId,
    PaymentId Payment,
    int Attempt,
    string Status,
    DateTimeOffset CreatedAt,
    string World,
    DateTimeOffset? MadeAt,
    Money Refunded,
    Money ChargedBack
) : Row
{
    public static PaymentAttemptRow Of(PaymentState payment, PaymentAttempt attempt) =>
        new(
            attempt.ProviderId!,
            payment.Intent!.Id,
            attempt.Number,
            attempt.Status?.ToString() ?? "",
            attempt.CreatedAt,
            attempt.World ?? "test",
            attempt.MadeAt ?? attempt.CreatedAt,
            Money.Sum(
                payment
                    .Refunds.Where(r =>
                        r is { Counts: true, ProviderId: not null }
                        && r.ProviderPayment == attempt.ProviderId
                    )
                    .Select(r => r.Amount)
            ),
            Money.Sum(
                payment
                    .Chargebacks.Where(c => !c.Reversed && c.ProviderPayment == attempt.ProviderId)
                    .Select(c => c.Amount)
            )
        );
}
