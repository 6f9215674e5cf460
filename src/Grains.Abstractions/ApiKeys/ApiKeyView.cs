using System.Text.Json.Serialization;

namespace Elizon.ApiKeys;

/// <summary>An API key as its owner sees it.</summary>
/// <param name="Masked">"elk_…" and the last four characters.</param>
/// <param name="Token">The key itself: only in the answer that creates it, never again.</param>
/// <param name="IpAddresses">Addresses and networks it may be used from; empty: from anywhere.</param>
/// <param name="RateLimit">Requests per minute.</param>
/// <param name="LastUsedAt">To a few minutes; null when never used.</param>
/// <param name="CreatedBy">What made it: "session/…" or "key/…".</param>
[GenerateSerializer, Immutable, Alias("ApiKeyView")]
public sealed record ApiKeyView(
    [property: Id(0)] ApiKeyId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string[] Scopes,
    [property: Id(3)] string Masked,
    [property: Id(4), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Token,
    [property: Id(5)] string[] IpAddresses,
    [property: Id(6)] int RateLimit,
    [property: Id(7)] DateTimeOffset CreatedAt,
    [property: Id(8)] DateTimeOffset? ExpiresAt,
    [property: Id(9)] DateTimeOffset? LastUsedAt,
    [property: Id(10)] string CreatedBy
)
{
    public override string ToString() => $"apikey/{Id}";
}

/// <summary>What a new key shall be able to do.</summary>
/// <param name="ExpiresAt">Null: until it is deleted.</param>
/// <param name="IpAddresses">Addresses ("203.0.113.7") or networks ("2001:db8::/32"); null or empty: from anywhere.</param>
/// <param name="RateLimit">Requests per minute, 1 to 600; null for 600.</param>
[GenerateSerializer, Immutable, Alias("ApiKeyRequest")]
public sealed record ApiKeyRequest(
    [property: Id(0)] string Name,
    [property: Id(1)] string[] Scopes,
    [property: Id(2)] DateTimeOffset? ExpiresAt = null,
    [property: Id(3)] string[]? IpAddresses = null,
    [property: Id(4)] int? RateLimit = null
);

/// <summary>How much a key was used. Counted by the key itself and written every few minutes.</summary>
/// <param name="Days">Requests by day, UTC, the newest first; days without use are left out.</param>
[GenerateSerializer, Immutable, Alias("ApiKeyUsage")]
public sealed record ApiKeyUsage(
    [property: Id(0)] ApiKeyId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] long Total,
    [property: Id(3)] DateTimeOffset? LastUsedAt,
    [property: Id(4)] ApiKeyDay[] Days
);

/// <param name="Limited">Of these, refused by the rate limit.</param>
[GenerateSerializer, Immutable, Alias("ApiKeyDay")]
public sealed record ApiKeyDay(
    [property: Id(0)] DateOnly Day,
    [property: Id(1)] long Requests,
    [property: Id(2)] long Limited
);
