using Elizon.Identity;

namespace Elizon.Api.Rules;

/// <summary>Who may call a route.</summary>
public enum Access
{
    /// <summary>Everybody; a credential is taken when it is there.</summary>
    Public,

    /// <summary>A person with a session, or with an API key unless the rule says otherwise.</summary>
    User,

    /// <summary>Staff with the rule's role; such a caller acts for the house.</summary>
    Staff,

    /// <summary>Only from this machine and the networks named in <see cref="ApiOptions.InternalNetworks"/>.</summary>
    Internal,
}

/// <summary>
/// The access rule of one route, declared where the route is mapped and enforced by <see cref="ApiGate"/>. The route
/// table, OpenAPI and the tests read the same record.
/// </summary>
/// <param name="Scope">What an API key must hold, such as "services:read"; null where no key is let in or none is asked.</param>
/// <param name="Needs">Rights on the shared resource; the grain checks them, the gate only hands them over.</param>
/// <param name="AllowsKey">False for "Kein API-Key": a key gets 403 even on a public route.</param>
/// <param name="AllowsUnverified">True for what a registration's session may reach.</param>
/// <param name="Limit">Requests per minute and address for this route alone; null for the shared default.</param>
public sealed record ApiRule(
    Access Access,
    string? Scope = null,
    Permission Needs = Permission.None,
    bool AllowsKey = true,
    bool AllowsUnverified = false,
    StaffRole Role = StaffRole.None,
    int? Limit = null
);
