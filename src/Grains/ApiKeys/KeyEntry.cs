using Elizon.ApiKeys;

namespace Elizon.Grains.ApiKeys;

/// <summary>A key in its person's state: what it may do, not how it was used.</summary>
/// <param name="Tail">The last four characters of the token, for the owner's eye.</param>
internal sealed record KeyEntry(
    ApiKeyId Id,
    string Name,
    string[] Scopes,
    string Tail,
    string[] IpAddresses,
    int RateLimit,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    string CreatedBy
)
{
    /// <summary>As in <see cref="Caller.By"/>.</summary>
    public string By => ByOf(Id);

    public static string ByOf(ApiKeyId id) => $"key/{id.Value[..12]}";

    public ApiKeyView ToView(DateTimeOffset? lastUsedAt, string? token = null) =>
        new(
            Id,
            Name,
            Scopes,
            $"{Elizon.Identity.TokenHash.KeyPrefix}…{Tail}",
            token,
            IpAddresses,
            RateLimit,
            CreatedAt,
            ExpiresAt,
            lastUsedAt,
            CreatedBy
        );
}
