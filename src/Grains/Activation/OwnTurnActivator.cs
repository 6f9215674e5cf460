using Orleans.Runtime;

namespace Elizon.Grains.Activation;

/// <summary>
/// Ends the turn in which a grain is made before its first request begins. Orleans (to 10.4.2) holds the activation's
/// lock for as long as that turn runs on; a request that it reaches without waiting sends its own calls under that lock,
/// and two new grains that call each other then stand still for good (ADR 0012).
/// </summary>
internal sealed class OwnTurnActivator(IGrainActivator inner) : IGrainActivator
{
    public object CreateInstance(IGrainContext context)
    {
        context.ObservableLifecycle.Subscribe(
            nameof(OwnTurnActivator),
            GrainLifecycleStage.First,
            EndTurn
        );
        return inner.CreateInstance(context);
    }

    public ValueTask DisposeInstance(IGrainContext context, object instance) =>
        inner.DisposeInstance(context, instance);

    private static async Task EndTurn(CancellationToken cancellation) => await Task.Yield();
}
