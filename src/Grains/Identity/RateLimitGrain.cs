using Elizon.Grains.Storage;
using Elizon.Identity;
using Orleans.Configuration;

namespace Elizon.Grains.Identity;

[GrainType("rate-limit"), CollectionAgeLimit(Minutes = 3)]
internal sealed class RateLimitGrain([Wall] TimeProvider wall) : Grain, IRateLimitGrain
{
    private RateWindow _window;

    public Task<RateDecision> Count(int limit) =>
        Task.FromResult(_window.Count(limit, wall.GetUtcNow()));
}
