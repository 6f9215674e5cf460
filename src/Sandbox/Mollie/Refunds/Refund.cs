using System.Text.Json;
using System.Text.Json.Serialization;

namespace Elizon.Sandbox.Mollie.Refunds;

/// <param name="NextAt">When the next step of its life is due; null once it is final.</param>
/// <param name="Fails">Ends as failed: the money comes back to the merchant.</param>
internal sealed record Refund(
    string Id,
    string World,
    string PaymentId,
    Amount Amount,
    RefundStatus Status,
    string? Description,
    JsonElement? Metadata,
    DateTimeOffset CreatedAt,
    DateTimeOffset? NextAt,
    bool Fails
)
{
    /// <summary>Whether its amount is taken from what is left of the payment.</summary>
    [JsonIgnore]
    public bool Counts => Status is not (RefundStatus.Failed or RefundStatus.Canceled);
}

internal enum RefundStatus
{
    [JsonStringEnumMemberName("queued")]
    Queued,

    [JsonStringEnumMemberName("pending")]
    Pending,

    [JsonStringEnumMemberName("processing")]
    Processing,

    [JsonStringEnumMemberName("refunded")]
    Refunded,

    [JsonStringEnumMemberName("failed")]
    Failed,

    [JsonStringEnumMemberName("canceled")]
    Canceled,
}
