using Orleans.Placement;

namespace Elizon.Grains.Activation;

[GrainType("activation-probe"), PreferLocalPlacement]
internal sealed class ActivationProbe : Grain, IActivationProbe
{
    public Task Answer()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
