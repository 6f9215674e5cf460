using Elizon.Identity;

namespace Elizon.Api.Rules;

/// <summary>
/// The verbs that state a route's access, one line each: <c>.Public()</c>, <c>.User("services:read", Permission.View)</c>,
/// <c>.Session()</c>, <c>.Staff(StaffRole.Billing)</c>. A route without one of them does not start (<see cref="RuleCheck"/>).
/// </summary>
public static class RuleVerbs
{
    /// <summary>Needs no credential. Requests without one count against their address.</summary>
    public static TBuilder Public<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.Guard(new ApiRule(Access.Public));

    /// <summary>Needs a session, or an API key with <paramref name="scope"/>.</summary>
    public static TBuilder User<TBuilder>(
        this TBuilder route,
        string scope,
        Permission needs = Permission.None
    )
        where TBuilder : IEndpointConventionBuilder =>
        route.Guard(new ApiRule(Access.User, scope, needs));

    /// <summary>Needs a session; API keys are refused ("Kein API-Key").</summary>
    public static TBuilder Session<TBuilder>(
        this TBuilder route,
        Permission needs = Permission.None
    )
        where TBuilder : IEndpointConventionBuilder =>
        route.Guard(new ApiRule(Access.User, null, needs, AllowsKey: false));

    /// <summary>
    /// Needs a session of staff with the role, or a key of theirs with the scope "admin". The caller acts for the house;
    /// a mutating call says why in X-Reason or in "reason" of the body.
    /// </summary>
    public static TBuilder Staff<TBuilder>(this TBuilder route, StaffRole role)
        where TBuilder : IEndpointConventionBuilder =>
        route.Guard(new ApiRule(Access.Staff, Scopes.Admin, Role: role));

    /// <summary>Only from this machine and the configured internal networks: metrics, probes.</summary>
    public static TBuilder Internal<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.Guard(new ApiRule(Access.Internal));

    /// <summary>After another verb: refuses API keys, as the reference does on public routes of the login.</summary>
    public static TBuilder NoKey<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder =>
        route.Amend(rule => rule with { AllowsKey = false });

    /// <summary>After another verb: the session of a registration that is not verified yet may call it.</summary>
    public static TBuilder Unverified<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder =>
        route.Amend(rule => rule with { AllowsUnverified = true });

    /// <summary>After another verb: requests per minute and address for this route alone, for callers without a credential.</summary>
    public static TBuilder Limit<TBuilder>(this TBuilder route, int perMinute)
        where TBuilder : IEndpointConventionBuilder =>
        route.Amend(rule => rule with { Limit = perMinute });

    private static TBuilder Guard<TBuilder>(this TBuilder route, ApiRule rule)
        where TBuilder : IEndpointConventionBuilder
    {
        route.Add(endpoint => endpoint.Metadata.Add(rule));
        return route;
    }

    private static TBuilder Amend<TBuilder>(this TBuilder route, Func<ApiRule, ApiRule> change)
        where TBuilder : IEndpointConventionBuilder
    {
        route.Add(endpoint =>
        {
            var rule =
                endpoint.Metadata.OfType<ApiRule>().LastOrDefault()
                ?? throw new InvalidOperationException(
                    $"{endpoint.DisplayName}: state the access first, then amend it."
                );
            endpoint.Metadata.Remove(rule);
            endpoint.Metadata.Add(change(rule));
        });
        return route;
    }
}

/// <summary>Scopes that belong to no feature.</summary>
public static class Scopes
{
    /// <summary>Lets a key of staff call /api/admin.</summary>
    public const string Admin = "admin";
}
