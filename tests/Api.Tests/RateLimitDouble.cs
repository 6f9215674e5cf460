using Elizon.Identity;
using Orleans;

namespace Elizon.Api.Tests;

/// <summary>Counts in place of a rate limit of the grains, which there is none of yet; a second implementation would be ambiguous, so the first real one deletes this file.</summary>
[GrainType("test-limit")]
public sealed class RateLimitDouble : Grain, IRateLimitGrain
{
    private int _count;

    public Task<RateDecision> Count(int limit) =>
        Task.FromResult(
            new RateDecision(++_count <= limit, limit, Math.Max(0, limit - _count), default)
        );
}
