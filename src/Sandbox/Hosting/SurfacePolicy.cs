using Microsoft.AspNetCore.Routing.Matching;

namespace Elizon.Sandbox.Hosting;

/// <summary>Drops route candidates that belong to another surface than the port of the connection.</summary>
internal sealed class SurfacePolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    // Before the framework's host and method policies, so that those only see this port's routes.
    public override int Order => -2000;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<SurfaceMetadata>() is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var surface = httpContext.Listener().Surface;
        for (var i = 0; i < candidates.Count; i++)
        {
            var wanted = candidates[i].Endpoint?.Metadata.GetMetadata<SurfaceMetadata>();
            if (wanted is not null && wanted.Surface != surface)
                candidates.SetValidity(i, false);
        }
        return Task.CompletedTask;
    }
}
