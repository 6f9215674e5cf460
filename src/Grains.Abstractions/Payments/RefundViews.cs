namespace Elizon.Payments;

/// <summary>Where refunded money goes.</summary>
[GenerateSerializer, Alias("RefundTo")]
public enum RefundTo
{
    /// <summary>Back to the card or bank account it came from.</summary>
    Method,

    /// <summary>To the customer's balance.</summary>
    Balance,
}

/// <summary>A refund as staff asks for it.</summary>
/// <param name="ProviderPayment">The attempt that was paid; found by the desk.</param>
/// <param name="Left">What could still be refunded of it a moment ago.</param>
[GenerateSerializer, Immutable, Alias("RefundOrder")]
public sealed record RefundOrder(
    [property: Id(0)] PaymentId Payment,
    [property: Id(1)] string ProviderPayment,
    [property: Id(2)] Money Amount,
    [property: Id(3)] RefundTo To,
    [property: Id(4)] Money Left
);

/// <summary>A refund.</summary>
/// <param name="Status">REQUESTED, QUEUED, PENDING, PROCESSING, REFUNDED, FAILED, CANCELED.</param>
[GenerateSerializer, Immutable, Alias("RefundView")]
public sealed record RefundView(
    [property: Id(0)] string Id,
    [property: Id(1)] Money Amount,
    [property: Id(2)] RefundTo To,
    [property: Id(3)] string Status,
    [property: Id(4)] DateTimeOffset CreatedAt
);

/// <summary>What a payer's bank took back.</summary>
[GenerateSerializer, Immutable, Alias("ChargebackView")]
public sealed record ChargebackView(
    [property: Id(0)] string Id,
    [property: Id(1)] Money Amount,
    [property: Id(2)] string? Reason,
    [property: Id(3)] bool Reversed
);

/// <summary>One try at the provider.</summary>
/// <param name="ProviderPayment">The provider's id; null until its answer is known.</param>
/// <param name="Refundable">What can still be refunded of it.</param>
[GenerateSerializer, Immutable, Alias("PaymentAttemptView")]
public sealed record PaymentAttemptView(
    [property: Id(0)] int Number,
    [property: Id(1)] string? ProviderPayment,
    [property: Id(2)] string? Status,
    [property: Id(3)] string? Method,
    [property: Id(4)] string? Reason,
    [property: Id(5)] Money Refundable,
    [property: Id(6)] DateTimeOffset CreatedAt
);

/// <summary>A payment with all that happened to it, for staff.</summary>
[GenerateSerializer, Immutable, Alias("StaffPaymentView")]
public sealed record StaffPaymentView(
    [property: Id(0)] PaymentId Id,
    [property: Id(1)] AccountId Account,
    [property: Id(2)] string Status,
    [property: Id(3)] Money Amount,
    [property: Id(4)] PaymentPurpose Purpose,
    [property: Id(5)] InvoiceId? Invoice,
    [property: Id(6)] PaymentSequence Sequence,
    [property: Id(7)] DateTimeOffset CreatedAt,
    [property: Id(8)] PaymentAttemptView[] Attempts,
    [property: Id(9)] RefundView[] Refunds,
    [property: Id(10)] ChargebackView[] Chargebacks
);

/// <summary>A payment in a list of staff's.</summary>
[GenerateSerializer, Immutable, Alias("StaffPaymentSummary")]
public sealed record StaffPaymentSummary(
    [property: Id(0)] PaymentId Id,
    [property: Id(1)] AccountId Account,
    [property: Id(2)] string Status,
    [property: Id(3)] Money Amount,
    [property: Id(4)] PaymentPurpose Purpose,
    [property: Id(5)] InvoiceId? Invoice,
    [property: Id(6)] DateTimeOffset CreatedAt,
    [property: Id(7)] Money Refunded,
    [property: Id(8)] Money ChargedBack
);
