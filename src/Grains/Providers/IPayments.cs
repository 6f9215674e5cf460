using Elizon.Payments;

namespace Elizon.Grains.Providers;

/// <summary>Where a payment stands at the provider. The last four are final.</summary>
[GenerateSerializer, Alias("ProviderPaymentStatus")]
public enum ProviderPaymentStatus
{
    Open,
    Pending,
    Authorized,
    Paid,
    Failed,
    Canceled,
    Expired,
}

/// <summary>Where a refund stands at the provider. The last three are final.</summary>
[GenerateSerializer, Alias("ProviderRefundStatus")]
public enum ProviderRefundStatus
{
    Queued,
    Pending,
    Processing,
    Refunded,
    Failed,
    Canceled,
}

/// <summary>What shall be paid, once: the key makes a repeat within the provider's memory the same payment.</summary>
/// <param name="Intent">Comes back with every read, so that a lost answer is found.</param>
[GenerateSerializer, Immutable, Alias("NewProviderPayment")]
public sealed record NewProviderPayment(
    [property: Id(0)] PaymentId Intent,
    [property: Id(1)] int Attempt,
    [property: Id(2)] string IdempotencyKey,
    [property: Id(3)] Money Amount,
    [property: Id(4)] string Description,
    [property: Id(5)] string Locale
)
{
    [Id(6)]
    public PaymentSequence Sequence { get; init; }

    /// <summary>Who pays there; needed for everything but a payment that is made once.</summary>
    [Id(7)]
    public string? Customer { get; init; }

    [Id(8)]
    public MandateId? Mandate { get; init; }

    [Id(9)]
    public string? Method { get; init; }
}

/// <summary>A payment as the provider has it.</summary>
/// <param name="Euros">False: another currency; the amount means nothing then.</param>
/// <param name="Intent">Ours, if it is one of ours.</param>
[GenerateSerializer, Immutable, Alias("ProviderPayment")]
public sealed record ProviderPayment(
    [property: Id(0)] string Id,
    [property: Id(1)] ProviderPaymentStatus Status,
    [property: Id(2)] Money Amount,
    [property: Id(3)] bool Euros,
    [property: Id(4)] string? Method,
    [property: Id(5)] string? CheckoutUrl,
    [property: Id(6)] DateTimeOffset? ExpiresAt,
    [property: Id(7)] PaymentId? Intent,
    [property: Id(8)] int Attempt
)
{
    /// <summary>By the provider's clock.</summary>
    [Id(9)]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>"test" or "live".</summary>
    [Id(15)]
    public string World { get; init; } = "test";

    /// <summary>Why it failed: the bank's or the card's word.</summary>
    [Id(10)]
    public string? Reason { get; init; }

    [Id(11)]
    public Money Refunded { get; init; }

    [Id(12)]
    public Money ChargedBack { get; init; }

    /// <summary>Only with a read of this one payment.</summary>
    [Id(13)]
    public ProviderRefund[] Refunds { get; init; } = [];

    /// <summary>Only with a read of this one payment.</summary>
    [Id(14)]
    public ProviderChargeback[] Chargebacks { get; init; } = [];
}

/// <summary>A refund as the provider has it.</summary>
/// <param name="Refund">Ours; null when it was made at the provider's own pages.</param>
[GenerateSerializer, Immutable, Alias("ProviderRefund")]
public sealed record ProviderRefund(
    [property: Id(0)] string Id,
    [property: Id(1)] ProviderRefundStatus Status,
    [property: Id(2)] Money Amount,
    [property: Id(3)] RefundId? Refund
);

/// <summary>Money that the payer's bank took back.</summary>
/// <param name="Reversed">The bank gave it back again.</param>
[GenerateSerializer, Immutable, Alias("ProviderChargeback")]
public sealed record ProviderChargeback(
    [property: Id(0)] string Id,
    [property: Id(1)] Money Amount,
    [property: Id(2)] string? Reason,
    [property: Id(3)] bool Reversed
);

/// <summary>What shall be given back, once.</summary>
[GenerateSerializer, Immutable, Alias("NewProviderRefund")]
public sealed record NewProviderRefund(
    [property: Id(0)] RefundId Refund,
    [property: Id(1)] string ProviderPayment,
    [property: Id(2)] string IdempotencyKey,
    [property: Id(3)] Money Amount,
    [property: Id(4)] string Description
);

/// <summary>A payment provider in our words.</summary>
public interface IPayments
{
    /// <summary>"test" or "live": nothing of one is known in the other.</summary>
    string World { get; }

    Task<Outcome<ProviderPayment>> Create(
        NewProviderPayment payment,
        CancellationToken cancellation = default
    );

    /// <summary>With its refunds and chargebacks. Refused(Missing): the provider knows no such payment.</summary>
    Task<Outcome<ProviderPayment>> Read(string id, CancellationToken cancellation = default);

    /// <summary>Payments that carry this intent and were made after <paramref name="since"/>; done only when all of them were looked at.</summary>
    Task<Outcome<ProviderPayment[]>> FindByIntent(
        PaymentId intent,
        DateTimeOffset since,
        CancellationToken cancellation = default
    );

    /// <summary>Refused(Invalid): it cannot be refunded. Unknown also when the same amount was refunded a moment ago.</summary>
    Task<Outcome<ProviderRefund>> Refund(NewProviderRefund refund);

    /// <summary>All payments made in a span of time. Refused(Capacity): too many for one go.</summary>
    /// <param name="cursor">A payment made soon after <paramref name="to"/>, to begin there; null: at the newest.</param>
    Task<Outcome<ProviderPayment[]>> List(
        DateTimeOffset from,
        DateTimeOffset to,
        string? cursor,
        CancellationToken cancellation = default
    );

    /// <summary>Whether the provider answers and takes our key.</summary>
    Task<Outcome<Nothing>> Greet(CancellationToken cancellation = default);

    /// <summary>Where notices are to be sent.</summary>
    Uri Notices { get; }
}
