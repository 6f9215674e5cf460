using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Elizon.Grains.Scheduling;

/// <summary>Wakes all 64 schedulers when a silo starts, so that nothing waits for a reminder's tick.</summary>
internal sealed partial class SchedulerStart(IGrainFactory grains, ILogger<SchedulerStart> logger)
    : ILifecycleParticipant<ISiloLifecycle>
{
    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(SchedulerStart), ServiceLifecycleStage.Active + 1, WakeAll);

    private async Task WakeAll(CancellationToken cancellation)
    {
        try
        {
            await Task.WhenAll(
                Enumerable
                    .Range(0, Bucket.Count)
                    .Select(b => grains.GetGrain<ISchedulerGrain>(b).Wake())
            );
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Another silo may be leaving just now; the reminders revive what is missing within a minute.
            LogNotAllWoken(logger, error);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Not all schedulers could be woken at start"
    )]
    private static partial void LogNotAllWoken(ILogger logger, Exception error);
}
