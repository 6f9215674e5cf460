using System.Text.Json;
using System.Text.Json.Serialization;

namespace Elizon.Grains.Providers.Mollie.Wire;

internal sealed record MolliePayment(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("mode")] string? Mode,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("amount")] MollieAmount Amount,
    [property: JsonPropertyName("method")] string? Method,
    [property: JsonPropertyName("metadata")] JsonElement Metadata,
    [property: JsonPropertyName("createdAt")] DateTimeOffset? CreatedAt,
    [property: JsonPropertyName("expiresAt")] DateTimeOffset? ExpiresAt,
    [property: JsonPropertyName("amountRefunded")] MollieAmount? AmountRefunded,
    [property: JsonPropertyName("amountChargedBack")] MollieAmount? AmountChargedBack,
    [property: JsonPropertyName("details")] JsonElement Details,
    [property: JsonPropertyName("_links")] MollieLinks? Links,
    [property: JsonPropertyName("_embedded")] MollieMoneyBack? Embedded
);

/// <summary>What is embedded in a payment on demand.</summary>
internal sealed record MollieMoneyBack(
    [property: JsonPropertyName("refunds")] MollieRefund[]? Refunds,
    [property: JsonPropertyName("chargebacks")] MollieChargeback[]? Chargebacks
);

internal sealed record MollieRefund(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("amount")] MollieAmount Amount,
    [property: JsonPropertyName("metadata")] JsonElement Metadata
);

internal sealed record MollieChargeback(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("amount")] MollieAmount Amount,
    [property: JsonPropertyName("reason")] MollieReason? Reason,
    [property: JsonPropertyName("reversedAt")] DateTimeOffset? ReversedAt
);

internal sealed record MollieReason([property: JsonPropertyName("code")] string? Code);
