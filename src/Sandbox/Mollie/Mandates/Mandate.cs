using System.Text.Json.Serialization;

namespace Elizon.Sandbox.Mollie.Mandates;

/// <param name="Method"><c>creditcard</c>, <c>paypal</c> or <c>directdebit</c>.</param>
/// <param name="Details">Who pays, by method; empty while pending.</param>
internal sealed record Mandate(
    string Id,
    string World,
    string CustomerId,
    string Method,
    MandateStatus Status,
    IReadOnlyDictionary<string, string?> Details,
    string? Reference,
    string? SignatureDate,
    DateTimeOffset CreatedAt
);

internal enum MandateStatus
{
    [JsonStringEnumMemberName("pending")]
    Pending,

    [JsonStringEnumMemberName("valid")]
    Valid,

    [JsonStringEnumMemberName("invalid")]
    Invalid,
}
