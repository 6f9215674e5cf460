using Elizon.Operations;
using Elizon.Services;

namespace Elizon.Grains.Services;

/// <summary>How long work may take and how often it is tried. No state is without a deadline.</summary>
internal static class OperationTimes
{
    /// <summary>Longer than the slowest call of a worker, so that a living worker is never doubled.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(150);

    /// <summary>How often a leased attempt is looked at: a dead silo's work goes on within this time.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    /// <summary>Between two looks at an installation.</summary>
    public static readonly TimeSpan InstallPoll = TimeSpan.FromSeconds(2);

    /// <summary>Between two comparisons of wanted and seen.</summary>
    public static readonly TimeSpan Check = TimeSpan.FromMinutes(10);

    /// <summary>While a server starts or stops and no console watches it; a panel's figures are up to 20 s old anyway.</summary>
    private static readonly TimeSpan Transition = TimeSpan.FromSeconds(15);

    /// <summary>When wanted and seen are compared next.</summary>
    public static DateTimeOffset NextCheck(ServiceState service, DateTimeOffset now)
    {
        var moving =
            service.Power is ServiceStatus.Starting or ServiceStatus.Stopping
            && now - service.SeenAt < Check;
        return now + (moving ? Transition : Check);
    }

    /// <summary>
    /// A deed that is owed is tried for ever, and staff sees it after its deadline: every five minutes, hourly when the
    /// provider stays away for more than six hours.
    /// </summary>
    public static TimeSpan StuckPause(DateTimeOffset deadline, DateTimeOffset now) =>
        now - deadline < TimeSpan.FromHours(6) ? TimeSpan.FromMinutes(5) : TimeSpan.FromHours(1);

    public static TimeSpan Deadline(OperationKind kind) =>
        kind switch
        {
            OperationKind.Power => TimeSpan.FromMinutes(2),
            OperationKind.Variables or OperationKind.Rename => TimeSpan.FromMinutes(30),
            _ => TimeSpan.FromMinutes(30),
        };

    /// <summary>1 s doubling to 32 s.</summary>
    public static TimeSpan Pause(int failures) =>
        TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, Math.Min(failures, 6) - 1)));
}
