using Microsoft.Extensions.DependencyInjection;
using Orleans.Metadata;
using Orleans.Runtime;

namespace Elizon.Grains.Activation;

/// <summary>Wiring of how grains are made, for every kind, stateless workers too.</summary>
public static class ActivationSetup
{
    /// <summary>After Orleans' own services: what comes later is asked later, and this wraps what they set.</summary>
    public static IServiceCollection AddActivation(this IServiceCollection services) =>
        services.AddSingleton<IConfigureGrainTypeComponents, OwnTurns>();

    private sealed class OwnTurns : IConfigureGrainTypeComponents
    {
        public void Configure(
            GrainType grainType,
            GrainProperties properties,
            GrainTypeSharedContext shared
        )
        {
            var inner =
                shared.GetComponent<IGrainActivator>()
                ?? throw new InvalidOperationException($"No activator was set for {grainType}.");
            shared.SetComponent<IGrainActivator>(new OwnTurnActivator(inner));
        }
    }
}
