using System.Collections.Immutable;
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

    /// <summary>Somebody reads at the provider until then at the latest.</summary>
    public DateTimeOffset? LookingUntil { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public DateTimeOffset? DueAt
    {
        get
        {
            var checks = Attempts.Where(a => !a.IsFinal).Min(a => (DateTimeOffset?)a.CheckAt);
            return LookingUntil is { } until && (checks is null || until < checks) ? until : checks;
        }
    }
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

    public int Checks { get; init; }

    /// <summary>The provider never made it: refused, or not found long after.</summary>
    public bool NeverMade { get; init; }

    public bool IsFinal =>
        NeverMade
        || Status
            is ProviderPaymentStatus.Paid
                or ProviderPaymentStatus.Failed
                or ProviderPaymentStatus.Canceled
                or ProviderPaymentStatus.Expired;
}
