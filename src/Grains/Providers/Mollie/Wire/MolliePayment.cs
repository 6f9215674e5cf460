using System.Text.Json;
using System.Text.Json.Serialization;

namespace Elizon.Grains.Providers.Mollie.Wire;

/// <summary>Two strings, never a number (payments sheet, section 1).</summary>
internal sealed record MollieAmount(
    [property: JsonPropertyName("currency")] string Currency,
    [property: JsonPropertyName("value")] string Value
);

internal sealed record MollieLink([property: JsonPropertyName("href")] string Href);

internal sealed record MollieLinks(
    [property: JsonPropertyName("checkout")] MollieLink? Checkout,
    [property: JsonPropertyName("next")] MollieLink? Next
);

internal sealed record MolliePayment(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("mode")] string? Mode,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("amount")] MollieAmount Amount,
    [property: JsonPropertyName("method")] string? Method,
    [property: JsonPropertyName("metadata")] JsonElement Metadata,
    [property: JsonPropertyName("expiresAt")] DateTimeOffset? ExpiresAt,
    [property: JsonPropertyName("_links")] MollieLinks? Links
);

internal sealed record MollieList(
    [property: JsonPropertyName("_embedded")] MollieEmbedded Embedded,
    [property: JsonPropertyName("_links")] MollieLinks? Links
);

internal sealed record MollieEmbedded(
    [property: JsonPropertyName("payments")] MolliePayment[] Payments
);
