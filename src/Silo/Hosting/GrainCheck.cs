using Elizon.Grains.Activation;
using Elizon.Grains.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Elizon.Silo.Hosting;

/// <summary>A new grain can be made and answers within two seconds. Those that were made before would go on answering when none can.</summary>
internal sealed class GrainCheck(IGrainFactory grains, [Wall] TimeProvider wall) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static long _asked;

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        await grains
            .GetGrain<IActivationProbe>(Interlocked.Increment(ref _asked))
            .Answer()
            .WaitAsync(Patience, wall, cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
