using System.Reflection;
using Elizon.Site;

namespace Elizon.Api.Site;

/// <summary>The answering process.</summary>
/// <param name="Version">Of the program.</param>
/// <param name="Uptime">Whole seconds since it started.</param>
public sealed record SelfStatus(
    ComponentState State,
    string Version,
    DateTimeOffset StartedAt,
    long Uptime
);

/// <summary>Knows when this process started; on the wall clock, whatever a test does to the other.</summary>
public sealed class ProcessStatus([FromKeyedServices(ApiClock.Wall)] TimeProvider wall)
{
    private static readonly string Version =
        typeof(ProcessStatus)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0]
        ?? "0";

    private readonly DateTimeOffset _startedAt = wall.GetUtcNow();

    public SelfStatus Now() =>
        new(
            ComponentState.Operational,
            Version,
            _startedAt,
            (long)(wall.GetUtcNow() - _startedAt).TotalSeconds
        );
}
