using System.Net;
using Elizon.Identity;
using Microsoft.Extensions.Options;

namespace Elizon.Api.Rules;

/// <summary>
/// The one gate: no request reaches a handler but through the rule of its route. Says who calls; whose thing it is and
/// which right on it counts is the grain's business.
/// </summary>
internal sealed class ApiGate(
    RequestDelegate next,
    Admissions admissions,
    Origins origins,
    IOptions<ApiOptions> options,
    TimeProvider clock
)
{
    private readonly IPNetwork[] _internal = ApiOptions.Networks(options.Value.InternalNetworks);

    public Task Invoke(HttpContext http, RequestCaller caller)
    {
        // Not a route: the framework's own 404, 405 and 415 endpoints.
        if (http.GetEndpoint() is not RouteEndpoint endpoint)
            return next(http);
        var rule = endpoint.Metadata.GetMetadata<ApiRule>() ?? throw GateRefusals.Unguarded();
        return rule.Access == Access.Internal ? Internal(http) : Admit(http, rule, caller);
    }

    private Task Internal(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;
        var near =
            address is not null
            && (IPAddress.IsLoopback(address) || _internal.Any(n => n.Contains(address)));
        return near && !IsRelayed(http.Request) ? next(http) : throw GateRefusals.InternalOnly();
    }

    /// <summary>A proxy on this machine that nobody told us about: its callers may be anyone.</summary>
    private static bool IsRelayed(HttpRequest request) =>
        request.Headers.ContainsKey("X-Forwarded-For") || request.Headers.ContainsKey("Forwarded");

    private async Task Admit(HttpContext http, ApiRule rule, RequestCaller caller)
    {
        var credential = Credential.Of(http.Request);
        var client = Client.Of(http, credential?.Hash);
        var principal = await admissions.Admit(http, rule, credential, client.Address);
        if (principal is not null)
            Check(http, rule, credential!.Value, principal);
        caller.Client = principal is null ? client with { Credential = null } : client;
        caller.Caller = CallerOf(rule, credential, principal, clock.GetUtcNow());
        await next(http);
    }

    private void Check(HttpContext http, ApiRule rule, Credential credential, Principal principal)
    {
        if (credential.IsKey && !rule.AllowsKey)
            throw GateRefusals.SessionOnly();
        if (credential.Kind == CredentialKind.Cookie)
            origins.Check(http);
        if (rule.Access == Access.Public)
            return;
        if (
            credential.IsKey
            && principal.Scopes?.Contains(rule.Scope, StringComparer.Ordinal) is not true
        )
            throw GateRefusals.ScopeMissing(rule.Scope!);
        if (!principal.Verified && !rule.AllowsUnverified)
            throw GateRefusals.Unverified();
        if ((principal.Roles & rule.Role) != rule.Role)
            throw GateRefusals.StaffRole(rule.Role.ToString());
    }

    /// <summary>Staff act for the house on staff routes only; on a customer's route they are customers.</summary>
    private static Caller CallerOf(
        ApiRule rule,
        Credential? credential,
        Principal? principal,
        DateTimeOffset at
    )
    {
        if (principal is null)
            return RequestCaller.Anonymous(rule.Needs, at);
        var kind =
            rule.Access == Access.Staff ? CallerKind.Staff
            : credential!.Value.IsKey ? CallerKind.ApiKey
            : CallerKind.Session;
        return new Caller(principal.User, kind, principal.By, rule.Needs, at);
    }
}
