using Microsoft.Extensions.DependencyInjection;
using Orleans.Metadata;
using Orleans.Runtime;

namespace Elizon.Grains.Activation;

/// <summary>Wiring of how grains are made, for every kind, stateless workers too.</summary>
internal static class ActivationSetup
{
    public static IServiceCollection AddActivation(this IServiceCollection services) =>
        services.AddSingleton<IConfigureGrainTypeComponents, OwnTurns>();

    /// <summary>Runs after Orleans set its own activator, which it wraps.</summary>
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
