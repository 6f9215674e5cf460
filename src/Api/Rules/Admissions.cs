using Elizon.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Elizon.Api.Rules;

/// <summary>Asks the credential's grain who is calling and counts the request, in one call.</summary>
internal sealed class Admissions(
    IGrainFactory grains,
    IOptions<ApiOptions> options,
    [FromKeyedServices(ApiClock.Wall)] TimeProvider wall
)
{
    /// <summary>
    /// The principal of a request; null for an anonymous one. A stale session on a public route is anonymous (a browser
    /// keeps sending it), an unknown API key is refused everywhere.
    /// </summary>
    public async Task<Principal?> Admit(
        HttpContext http,
        ApiRule rule,
        Credential? credential,
        string address
    )
    {
        if (credential is not { } presented)
            return rule.Access == Access.Public
                ? await CountAddress(http, rule)
                : throw GateRefusals.Unauthenticated();
        var admission = await Ask(presented, address);
        if (admission.Rate.Limit > 0)
            Apply(http, admission.Rate);
        if (admission.Principal is { } principal)
            return principal;
        return rule.Access == Access.Public && !presented.IsKey
            ? await CountAddress(http, rule)
            : throw await Unknown(http);
    }

    private Task<Admission> Ask(Credential presented, string address)
    {
        ICredential grain = presented.IsKey
            ? grains.ApiKeyCredential(presented.Hash)
            : grains.SessionCredential(presented.Hash);
        return grain.Admit(address);
    }

    private async Task<Principal?> CountAddress(HttpContext http, ApiRule rule)
    {
        var key = $"address/{Client.Counted(http.Connection.RemoteIpAddress)}";
        if (rule.Limit is not null)
            key +=
                $"/{http.Request.Method} {((RouteEndpoint)http.GetEndpoint()!).RoutePattern.RawText}";
        Apply(http, await grains.RateLimit(key).Count(rule.Limit ?? options.Value.AddressLimit));
        return null;
    }

    /// <summary>Guessing tokens is counted, so that it cannot be done at full speed.</summary>
    private async Task<Refusal> Unknown(HttpContext http)
    {
        var key = $"failed/{Client.Counted(http.Connection.RemoteIpAddress)}";
        Apply(http, await grains.RateLimit(key).Count(options.Value.FailedCredentialLimit));
        return GateRefusals.InvalidCredential();
    }

    private void Apply(HttpContext http, RateDecision rate)
    {
        RateHeaders.Write(http.Response.Headers, rate);
        if (!rate.Allowed)
            throw GateRefusals.RateLimited(
                Math.Max(1, (int)Math.Ceiling((rate.ResetAt - wall.GetUtcNow()).TotalSeconds))
            );
    }
}
