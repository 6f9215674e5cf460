using Elizon.Consoles;
using Microsoft.Extensions.Logging;

namespace Elizon.Api.Consoles;

/// <summary>
/// This process's one line to the console of a service: attaches to the grain, feeds all viewers, and attaches again with
/// its tail when the silo behind it is gone.
/// </summary>
internal sealed partial class ServiceConsole(
    ConsoleBinding binding,
    IGrainFactory grains,
    TimeProvider clock,
    ILogger<ServiceConsole> logger
)
{
    private static readonly TimeSpan QuietLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();

    /// <summary>Copied on a change: frames come far more often than viewers.</summary>
    private ConsoleViewer[] _viewers = [];
    private long _lastFrame = clock.GetTimestamp();

    public ConsoleFeed Feed { get; } = new();

    public int Viewers => Volatile.Read(ref _viewers).Length;

    public ConsoleViewer Add(Caller caller, ConsoleBinding fresh)
    {
        var viewer = new ConsoleViewer(Feed, fresh, caller);
        lock (_lock)
            Volatile.Write(ref _viewers, [.. _viewers, viewer]);
        return viewer;
    }

    public void Remove(ConsoleViewer viewer)
    {
        lock (_lock)
            Volatile.Write(ref _viewers, [.. _viewers.Where(v => v != viewer)]);
    }

    /// <summary>Ends the viewers concerned; the others do not notice.</summary>
    public void End(Func<ConsoleViewer, bool> concerned, string reason)
    {
        foreach (var viewer in Volatile.Read(ref _viewers).Where(concerned))
        {
            viewer.End(reason);
            viewer.Signal.Set();
        }
    }

    public async Task Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
            try
            {
                await Follow(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                LogLost(logger, binding.Service, error.GetType().Name);
                await Task.Delay(Again, clock, stop);
            }
    }

    /// <summary>
    /// A call in flight to a dead silo is not broken, it waits for its time-out: silence for longer than the heartbeat
    /// allows is the sign to leave it alone and attach anew.
    /// </summary>
    private async Task Follow(CancellationToken stop)
    {
        using var attachment = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var batches = grains
            .Console(binding.Service)
            .Watch(binding, Feed.Tail(), attachment.Token)
            .WithBatchSize(16)
            .GetAsyncEnumerator(attachment.Token);
        try
        {
            while (
                await batches.MoveNextAsync().AsTask().WaitAsync(ConsoleTimes.Silence, clock, stop)
            )
                Take(batches.Current);
            await Task.Delay(Again, clock, stop);
        }
        finally
        {
            await attachment.CancelAsync();
            _ = Leave(batches);
        }
    }

    /// <summary>Not awaited: disposing the enumerator of a dead silo waits for a time-out too.</summary>
    private static async Task Leave(IAsyncEnumerator<ConsoleBatch> batches)
    {
        try
        {
            await batches.DisposeAsync();
        }
        catch (Exception)
        {
            // The silo is gone or the call was cancelled; the grain cleans up idle enumerators by itself.
        }
    }

    private void Take(ConsoleBatch batch)
    {
        Feed.Take(batch);
        if (batch.Lines.Length > 0 || batch.Stats is not null)
            _lastFrame = clock.GetTimestamp();
        else if (clock.GetElapsedTime(_lastFrame) > QuietLimit)
        {
            Feed.Add(ConsoleFrame.Heartbeat);
            _lastFrame = clock.GetTimestamp();
        }
        foreach (var viewer in Volatile.Read(ref _viewers))
            viewer.Signal.Set();
        if (batch.End is { } reason)
            End(_ => true, reason);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Lost the console of {Service} ({Error}), attaching again"
    )]
    private static partial void LogLost(ILogger logger, ServiceId service, string error);
}
