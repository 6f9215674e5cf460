namespace Elizon.Identity;

/// <summary>A session in its owner's list.</summary>
/// <param name="Current">The one that asks.</param>
/// <param name="LastSeenAt">To a few minutes.</param>
/// <param name="ExpiresAt">Without further use.</param>
[GenerateSerializer, Immutable, Alias("SessionView")]
public sealed record SessionView(
    [property: Id(0)] SessionId Id,
    [property: Id(1)] bool Current,
    [property: Id(2)] string IpAddress,
    [property: Id(3)] string UserAgent,
    [property: Id(4)] DateTimeOffset CreatedAt,
    [property: Id(5)] DateTimeOffset LastSeenAt,
    [property: Id(6)] DateTimeOffset ExpiresAt
)
{
    public override string ToString() => $"session/{Id}";
}
