using Microsoft.Extensions.DependencyInjection;
using Orleans.Providers;
using Orleans.Reminders;
using Orleans.Runtime;

namespace Elizon.Grains.Clock;

/// <summary>Wiring of a clock that moves; without it the platform runs on real time.</summary>
public static class ClockSetup
{
    /// <summary>
    /// Makes the platform's clock movable, together with that of the sandbox at <paramref name="sandbox"/>. Orleans
    /// itself stays on real time, as leases and limits do (<see cref="Storage.WallAttribute"/>).
    /// </summary>
    public static IServiceCollection AddTestClock(this IServiceCollection services, Uri sandbox)
    {
        services.AddSingleton(new MovableClock(TimeProvider.System));
        services.AddSingleton<TimeProvider>(s => s.GetRequiredService<MovableClock>());
        foreach (var area in RealTime)
            services.AddKeyedSingleton(area, TimeProvider.System);
        services.AddSingleton<ClockStore>();
        services.AddSingleton<ClusterClock>();
        services.AddSingleton<ISandboxClock>(
            new SandboxClock(new HttpClient { BaseAddress = sandbox })
        );
        return services.AddClockOfSilo();
    }

    internal static IServiceCollection AddClockOfSilo(this IServiceCollection services)
    {
        services.AddSingleton<RunningWork>();
        services.AddSingleton<IIncomingGrainCallFilter>(s => s.GetRequiredService<RunningWork>());
        services.AddSingleton<ClockOfSilo>();
        services.AddKeyedSingleton<IControllable>(
            ClockOfSilo.Name,
            (s, _) => s.GetRequiredService<ClockOfSilo>()
        );
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(s =>
            s.GetRequiredService<ClockOfSilo>()
        );
        return services;
    }

    private static readonly string[] RealTime =
    [
        TimeProviderNames.Messaging,
        TimeProviderNames.SystemTimers,
        TimeProviderNames.Membership,
        TimeProviderNames.ActivationManagement,
        TimeProviderNames.GrainDirectory,
        ReminderTimeProviderNames.Reminders,
    ];
}
