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
) : Row;

/// <summary>The way from the provider's id to ours.</summary>
[Table("payment_attempt", WriteMode.Upsert)]
internal sealed record PaymentAttemptRow(
    [property: Key] string ProviderId,
    PaymentId Payment,
    int Attempt,
    string Status,
    DateTimeOffset CreatedAt
) : Row;
