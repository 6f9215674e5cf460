using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Elizon.Api.Hosting;

/// <summary>Ready from the end of the warm-up to the beginning of the stop.</summary>
internal sealed class Readiness : IHealthCheck
{
    private readonly IHostApplicationLifetime _lifetime;
    private volatile bool _warm;

    public Readiness(IHostApplicationLifetime lifetime) => _lifetime = lifetime;

    /// <summary>Some host of this process was ready once; for filters that have no services.</summary>
    public static bool EverReady { get; private set; }

    public void MarkWarm() => _warm = EverReady = true;

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            _warm && !_lifetime.ApplicationStopping.IsCancellationRequested
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy()
        );
}
