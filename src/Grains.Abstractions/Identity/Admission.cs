namespace Elizon.Identity;

/// <summary>Rights of a staff account; <see cref="None"/> is a customer.</summary>
[Flags, GenerateSerializer, Alias("StaffRole")]
public enum StaffRole
{
    None = 0,

    /// <summary>Reads everything, answers customers.</summary>
    Support = 1 << 0,

    /// <summary>Credits, refunds, corrects.</summary>
    Billing = 1 << 1,

    /// <summary>Providers, catalogue, services, operations.</summary>
    Operations = 1 << 2,

    /// <summary>Staff accounts and settings.</summary>
    Staff = 1 << 3,

    /// <summary>Everything.</summary>
    Admin = Support | Billing | Operations | Staff,
}

/// <summary>Who a credential speaks for.</summary>
/// <param name="User">The person.</param>
/// <param name="Kind">Session, key or staff session.</param>
/// <param name="By">For audits and logs: "session/ab12…" or "key/cd34…".</param>
/// <param name="Scopes">A key's scopes, such as "services:read"; null for a session, which may do everything its user may.</param>
/// <param name="Verified">False while the account waits for its activation code: then only me, verify-account, resend and logout work.</param>
/// <param name="Roles">Staff rights; None for customers.</param>
[GenerateSerializer, Immutable, Alias("Principal")]
public sealed record Principal(
    [property: Id(0)] UserId User,
    [property: Id(1)] CallerKind Kind,
    [property: Id(2)] string By,
    [property: Id(3)] string[]? Scopes,
    [property: Id(4)] bool Verified,
    [property: Id(5)] StaffRole Roles
);

/// <summary>The rate limit's word on one request; the numbers go into the X-RateLimit headers.</summary>
/// <param name="Allowed">False: answer 429.</param>
/// <param name="Limit">Requests per window of 60 s.</param>
/// <param name="Remaining">What is left in this window.</param>
/// <param name="ResetAt">When the window ends.</param>
[GenerateSerializer, Immutable, Alias("RateDecision")]
public readonly record struct RateDecision(
    [property: Id(0)] bool Allowed,
    [property: Id(1)] int Limit,
    [property: Id(2)] int Remaining,
    [property: Id(3)] DateTimeOffset ResetAt
);

/// <summary>A credential's answer: who it is, or null when it is unknown, expired, revoked or used from a wrong address.</summary>
[GenerateSerializer, Immutable, Alias("Admission")]
public readonly record struct Admission(
    [property: Id(0)] Principal? Principal,
    [property: Id(1)] RateDecision Rate
);

/// <summary>
/// A session or an API key, keyed by the hash of its token. Principal, scopes and the rate decision come in one call, so
/// that an authenticated request is two grain calls.
/// </summary>
[Alias("ICredential")]
public interface ICredential : IGrainWithStringKey
{
    /// <summary>Counts one request from the given address and says who is asking.</summary>
    [Alias("Admit")]
    Task<Admission> Admit(string address);
}

/// <summary>A login. Key: <see cref="SessionId"/> derived from the token (<see cref="TokenHash"/>).</summary>
[Alias("ISessionCredential")]
public interface ISessionCredential : ICredential;

/// <summary>An API key. Key: <see cref="ApiKeyId"/> derived from the token (<see cref="TokenHash"/>).</summary>
[Alias("IApiKeyCredential")]
public interface IApiKeyCredential : ICredential;

/// <summary>Counts requests without a credential. Key: "address/…" or "account/…" (hashed when personal).</summary>
[Alias("IRateLimitGrain")]
public interface IRateLimitGrain : IGrainWithStringKey
{
    /// <summary>Counts one request against the given limit per window of 60 s.</summary>
    [Alias("Count")]
    Task<RateDecision> Count(int limit);
}
