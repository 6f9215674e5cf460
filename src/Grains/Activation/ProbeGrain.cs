using Orleans.Placement;

namespace Elizon.Grains.Activation;

[GrainType("probe"), PreferLocalPlacement]
internal sealed class ProbeGrain : Grain, IProbeGrain
{
    public Task Answer()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
