using System.Text.Json.Serialization;

namespace Elizon.Taxes;

/// <summary>What is known about a VAT id. No answer leaves the last one standing: unknown is not invalid.</summary>
[GenerateSerializer, Alias("VatIdStatus")]
public enum VatIdStatus
{
    /// <summary>Never answered yet; it is asked again by itself.</summary>
    [JsonStringEnumMemberName("pending")]
    Pending,

    [JsonStringEnumMemberName("valid")]
    Valid,

    [JsonStringEnumMemberName("invalid")]
    Invalid,
}

/// <summary>The last answer about a VAT id.</summary>
/// <param name="VatId">As written.</param>
/// <param name="CheckedAt">When the answer was given; null while there is none.</param>
/// <param name="Consultation">The consultation number that proves the question was asked (§ 18e UStG).</param>
[GenerateSerializer, Immutable, Alias("VatIdProof")]
public sealed record VatIdProof(
    [property: Id(0)] string VatId,
    [property: Id(1)] VatIdStatus Status,
    [property: Id(2)] DateTimeOffset? CheckedAt,
    [property: Id(3)] string? Consultation
);
