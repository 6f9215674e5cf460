using System.Text.Json;
using System.Text.Json.Serialization;

namespace Elizon.Sandbox.Mollie.Payments;

/// <summary>A payment as the sandbox keeps it; <see cref="PaymentResource"/> is how the API shows it.</summary>
internal sealed record Payment
{
    public required string Id { get; init; }

    /// <summary><c>test</c> or <c>live</c>.</summary>
    public required string World { get; init; }

    public required PaymentStatus Status { get; init; }
    public required Amount Amount { get; init; }
    public required string Description { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null while the payer has not chosen.</summary>
    public string? Method { get; init; }

    /// <summary>The choice that the payer has; empty for all methods.</summary>
    public string[] Methods { get; init; } = [];

    public string? RedirectUrl { get; init; }
    public string? CancelUrl { get; init; }
    public string? WebhookUrl { get; init; }
    public JsonElement? Metadata { get; init; }
    public string? Locale { get; init; }
    public string SequenceType { get; init; } = SequenceTypes.OneOff;
    public string? CustomerId { get; init; }
    public string? MandateId { get; init; }
    public string? RestrictToCountry { get; init; }
    public JsonElement? BillingAddress { get; init; }
    public JsonElement? Lines { get; init; }

    /// <summary>Whether the merchant may cancel it while it is not final.</summary>
    public bool Cancelable { get; init; } = true;

    /// <summary>Null when it no longer expires.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? PaidAt { get; init; }
    public DateTimeOffset? AuthorizedAt { get; init; }
    public DateTimeOffset? FailedAt { get; init; }
    public DateTimeOffset? CanceledAt { get; init; }
    public DateTimeOffset? ExpiredAt { get; init; }
    public string? CountryCode { get; init; }

    /// <summary>What Mollie tells about the payer, by method.</summary>
    public IReadOnlyDictionary<string, string?>? Details { get; init; }

    /// <summary>Sum of refunds that were not cancelled and did not fail.</summary>
    public decimal Refunded { get; init; }

    public decimal ChargedBack { get; init; }

    /// <summary>How a payment without a payer will end by itself.</summary>
    public PlannedOutcome? Planned { get; init; }

    [JsonIgnore]
    public decimal Remaining => Math.Max(0, Amount.Number() - Refunded - ChargedBack);
}

/// <param name="Reason">A card's failure reason or a bank's reason code, when it will fail.</param>
internal sealed record PlannedOutcome(DateTimeOffset At, PaymentStatus Status, string? Reason);

internal static class SequenceTypes
{
    public const string OneOff = "oneoff";
    public const string First = "first";
    public const string Recurring = "recurring";
    public static readonly IReadOnlySet<string> All = new HashSet<string>
    {
        OneOff,
        First,
        Recurring,
    };
}
