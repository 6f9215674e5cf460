using Elizon.ApiKeys;
using Elizon.Grains.Identity;
using Elizon.Identity;

namespace Elizon.Grains.ApiKeys;

/// <summary>A key as its person issues it and looks at it. Key: <see cref="ApiKeyId"/>.</summary>
[Alias("IApiKeyGrain")]
internal interface IApiKeyGrain : ICredentialControl
{
    [Alias("Issue")]
    Task Issue(KeyFacts facts);

    [Alias("Usage")]
    Task<KeySight> Look();
}

/// <summary>What a key knows of itself and its person.</summary>
[GenerateSerializer, Immutable, Alias("KeyFacts")]
internal sealed record KeyFacts(
    [property: Id(0)] UserId User,
    [property: Id(1)] string[] Scopes,
    [property: Id(2)] string[] IpAddresses,
    [property: Id(3)] int RateLimit,
    [property: Id(4)] DateTimeOffset? ExpiresAt,
    [property: Id(5)] long Epoch,
    [property: Id(6)] StaffRole Roles
);

/// <summary>How a key was used.</summary>
[GenerateSerializer, Immutable, Alias("KeySight")]
internal sealed record KeySight(
    [property: Id(0)] long Total,
    [property: Id(1)] DateTimeOffset? LastUsedAt,
    [property: Id(2)] ApiKeyDay[] Days
);
