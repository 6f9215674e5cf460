using System.Collections.Immutable;
using Elizon.Grains.Storage;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Elizon.Grains.Outbox;

/// <summary>
/// The outbox's two loops on each silo: one settles what was sent (bulk delete), one looks every second for messages
/// that nobody works on, as after a crash.
/// </summary>
internal sealed partial class OutboxSweeper(
    OutboxStore store,
    OutboxDispatcher dispatcher,
    [Wall] TimeProvider wall,
    ILogger<OutboxSweeper> logger
) : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _wake = new(0, 1);
    private Task _loops = Task.CompletedTask;

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(OutboxSweeper), ServiceLifecycleStage.Active, Start, Stop);

    public void Dispose()
    {
        _stop.Dispose();
        _wake.Dispose();
    }

    private Task Start(CancellationToken cancellation)
    {
        dispatcher.Released += OnReleased;
        _loops = Task.WhenAll(Forever(Settle), Forever(Sweep));
        return Task.CompletedTask;
    }

    private async Task Stop(CancellationToken cancellation)
    {
        dispatcher.Released -= OnReleased;
        await _stop.CancelAsync();
        await _loops;
    }

    private void OnReleased(object? sender, EventArgs args) => Wake();

    private void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already woken.
        }
    }

    private async Task Forever(Func<CancellationToken, Task> round)
    {
        await Task.Yield();
        while (!_stop.IsCancellationRequested)
            try
            {
                await round(_stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                LogRoundFailed(logger, error);
                await Task.Delay(Pause, wall, CancellationToken.None);
            }
    }

    private async Task Sweep(CancellationToken cancellation)
    {
        var claimed = await store.Claim(200, cancellation);
        dispatcher.Dispatch(claimed);
        if (claimed.Count < 200)
            await _wake.WaitAsync(Pause, cancellation);
    }

    /// <summary>Gathers for a moment, then writes one statement per outcome: a delete per message would cost as much as the commit.</summary>
    private async Task Settle(CancellationToken cancellation)
    {
        await dispatcher.SettledMessages.WaitToReadAsync(cancellation);
        await Task.Delay(TimeSpan.FromMilliseconds(15), wall, cancellation);
        var settled = new List<Settled>();
        while (settled.Count < 1000 && dispatcher.SettledMessages.TryRead(out var one))
            settled.Add(one);
        foreach (var failed in settled.Where(s => s.Outcome == Outcome.Failed))
            await store.Failed(failed.Id, failed.Error!);
        var released = settled
            .Where(s => s.Outcome == Outcome.Released)
            .Select(s => s.Id)
            .ToArray();
        if (released.Length > 0)
            await store.Release(released);
        var sent = settled.Where(s => s.Outcome == Outcome.Sent).Select(s => s.Id).ToHashSet();
        if (sent.Count > 0)
            await store.Delete(sent);
        dispatcher.Forget(sent);
        if (released.Length > 0)
            Wake();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of the outbox failed")]
    private static partial void LogRoundFailed(ILogger logger, Exception error);
}
