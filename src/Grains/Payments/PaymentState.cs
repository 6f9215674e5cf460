using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Elizon.Grains.Providers;
using Elizon.Grains.Storage;
using Elizon.Payments;

namespace Elizon.Grains.Payments;

/// <summary>An intent and its attempts. The status belongs to the attempt; the payment is paid when one of them is.</summary>
internal sealed record PaymentState : IDueState
{
    public PaymentIntent? Intent { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public ImmutableList<PaymentAttempt> Attempts { get; init; } = [];

    /// <summary>The account was told that nothing can be paid any more.</summary>
    public string? Ended { get; init; }

    /// <summary>The account was told that money is on its way.</summary>
    public bool InFlightTold { get; init; }

    public ImmutableList<PaymentRefund> Refunds { get; init; } = [];

    public ImmutableList<PaymentChargeback> Chargebacks { get; init; } = [];

    /// <summary>Somebody reads at the provider until then at the latest.</summary>
    public DateTimeOffset? LookingUntil { get; init; }

    /// <summary>When a paid payment is read again: not every bank's word comes with a notice.</summary>
    public DateTimeOffset? WatchAt { get; init; }

    public int Watches { get; init; }

    [JsonIgnore]
    public bool IsPaid => Attempts.Any(a => a.Status == ProviderPaymentStatus.Paid);

    [JsonIgnore]
    public DateTimeOffset? DueAt =>
        Attempts
            .Where(a => !a.IsFinal)
            .Select(a => (DateTimeOffset?)a.CheckAt)
            .Concat(Refunds.Where(r => r.IsToBeMade).Select(r => (DateTimeOffset?)r.TryAt))
            .Append(LookingUntil)
            .Append(WatchAt)
            .Min();
}

/// <summary>One try at the provider.</summary>
/// <param name="Key">Sent as Idempotency-Key; stored before the call.</param>
/// <param name="ProviderId">Null until the provider's answer is known.</param>
/// <param name="Status">Null until the provider's answer is known.</param>
internal sealed record PaymentAttempt(
    int Number,
    string Key,
    DateTimeOffset CreatedAt,
    DateTimeOffset CheckAt
)
{
    public string? ProviderId { get; init; }

    public ProviderPaymentStatus? Status { get; init; }

    public string? CheckoutUrl { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public string? Method { get; init; }

    /// <summary>What was paid; null until then.</summary>
    public Money? Paid { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Reason { get; init; }

    /// <summary>"test" or "live".</summary>
    public string? World { get; init; }

    /// <summary>When the provider made it, by its clock.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    public int Checks { get; init; }

    /// <summary>The provider never made it: refused, or not found long after.</summary>
    public bool NeverMade { get; init; }

    [JsonIgnore]
    public bool IsFinal =>
        NeverMade
        || Status
            is ProviderPaymentStatus.Paid
                or ProviderPaymentStatus.Failed
                or ProviderPaymentStatus.Canceled
                or ProviderPaymentStatus.Expired;
}

/// <summary>A refund of one paid attempt.</summary>
/// <param name="Id">Ours, or the provider's for one that was made at its own pages.</param>
internal sealed record PaymentRefund(
    string Id,
    string ProviderPayment,
    Money Amount,
    RefundTo To,
    bool Ours,
    DateTimeOffset CreatedAt
)
{
    /// <summary>Null until the provider's answer is known, and for one to the balance.</summary>
    public string? ProviderId { get; init; }

    /// <summary>Null until it was made at the provider.</summary>
    public ProviderRefundStatus? Status { get; init; }

    /// <summary>When it is looked for, and made if it is not there.</summary>
    public DateTimeOffset TryAt { get; init; }

    public int Tries { get; init; }

    [JsonIgnore]
    public bool IsToBeMade => Status is null;

    /// <summary>Whether its amount is taken from what is left of the payment.</summary>
    [JsonIgnore]
    public bool Counts =>
        Status is not (ProviderRefundStatus.Failed or ProviderRefundStatus.Canceled);

    [JsonIgnore]
    public bool IsFinal => !Counts || Status == ProviderRefundStatus.Refunded;
}

/// <summary>What a payer's bank took back of one paid attempt.</summary>
internal sealed record PaymentChargeback(
    string Id,
    string ProviderPayment,
    Money Amount,
    string? Reason,
    bool Reversed
);
