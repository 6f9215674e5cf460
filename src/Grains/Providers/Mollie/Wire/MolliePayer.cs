using System.Text.Json;
using System.Text.Json.Serialization;

namespace Elizon.Grains.Providers.Mollie.Wire;

internal sealed record MollieCustomer(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("mode")] string? Mode,
    [property: JsonPropertyName("metadata")] JsonElement Metadata,
    [property: JsonPropertyName("createdAt")] DateTimeOffset? CreatedAt
);

internal sealed record MollieMandate(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("method")] string Method,
    [property: JsonPropertyName("details")] JsonElement Details,
    [property: JsonPropertyName("mandateReference")] string? Reference,
    [property: JsonPropertyName("createdAt")] DateTimeOffset? CreatedAt
);
