using Elizon.Identity;

namespace Elizon.Grains.Identity;

/// <summary>How a person rules over their sessions and keys. The person awaits these, never the other way round.</summary>
[Alias("ICredentialControl")]
internal interface ICredentialControl : IGrainWithStringKey
{
    /// <summary>Takes over what the person's standing is now; an older word is dropped.</summary>
    [Alias("Apply")]
    Task Apply(long epoch, bool verified, StaffRole roles);

    /// <summary>Nothing is admitted from now on; open streams end.</summary>
    [Alias("End")]
    Task End(string reason);
}

/// <summary>A session as its person opens it and looks at it. Key: <see cref="SessionId"/>.</summary>
[Alias("ISessionGrain")]
internal interface ISessionGrain : ICredentialControl
{
    [Alias("Open")]
    Task Open(SessionFacts facts);

    /// <summary>Null when it is over or never was.</summary>
    [Alias("Look")]
    Task<SessionSight?> Look();
}

/// <summary>What a session knows of its person.</summary>
[GenerateSerializer, Immutable, Alias("SessionFacts")]
internal sealed record SessionFacts(
    [property: Id(0)] UserId User,
    [property: Id(1)] long Epoch,
    [property: Id(2)] bool Verified,
    [property: Id(3)] StaffRole Roles,
    [property: Id(4)] Visitor Visitor
);

/// <summary>A live session from outside.</summary>
[GenerateSerializer, Immutable, Alias("SessionSight")]
internal sealed record SessionSight(
    [property: Id(0)] UserId User,
    [property: Id(1)] Visitor Visitor,
    [property: Id(2)] DateTimeOffset LastSeenAt,
    [property: Id(3)] DateTimeOffset ExpiresAt
);
