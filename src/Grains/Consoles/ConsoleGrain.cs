using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Elizon.Consoles;
using Elizon.Grains.Providers;
using Elizon.Services;
using Microsoft.Extensions.Logging;

namespace Elizon.Grains.Consoles;

/// <summary>
/// One console: one upstream, many Api processes. State lives in memory only; what survives a silo is the tail that the Api
/// processes hold and the provider's own replay.
/// </summary>
[GrainType("console")]
internal sealed partial class ConsoleGrain(
    IEnumerable<IConsoleConnector> connectors,
    TimeProvider clock,
    ILogger<ConsoleGrain> logger
) : Grain, IConsoleGrain
{
    /// <summary>How long the upstream stays open without a watcher: a reload of the page costs no new socket.</summary>
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(60);

    private readonly ConsoleFeed _feed = new(clock);
    private readonly HashSet<Channel<ConsoleBatch>> _watchers = [];
    private IConsoleUpstream? _upstream;
    private IGrainTimer? _heartbeat;
    private DateTimeOffset _unwatchedSince;

    public async IAsyncEnumerable<ConsoleBatch> Watch(
        ConsoleBinding binding,
        ConsoleTail? tail,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        _feed.Adopt(tail);
        var watcher = Channel.CreateBounded<ConsoleBatch>(
            new BoundedChannelOptions(512)
            {
                FullMode = BoundedChannelFullMode.DropOldest,
                SingleReader = true,
            }
        );
        watcher.Writer.TryWrite(_feed.Since(tail?.Last));
        _watchers.Add(watcher);
        try
        {
            EnsureOpen(binding);
            await foreach (var batch in watcher.Reader.ReadAllAsync(cancellation))
                yield return batch;
        }
        finally
        {
            _watchers.Remove(watcher);
            if (_watchers.Count == 0)
                _unwatchedSince = clock.GetUtcNow();
        }
    }

    public async Task Send(ConsoleBinding binding, string command)
    {
        EnsureOpen(binding);
        await _feed
            .StatusKnown.WaitAsync(TimeSpan.FromSeconds(5), clock)
            .ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing
                    | ConfigureAwaitOptions.ContinueOnCapturedContext
            );
        if (_feed.Status is { } and not ServiceStatus.Running)
            throw ServiceRefusals.NotRunning();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(5), clock);
        if (_upstream is null || !await _upstream.Send(command, deadline.Token))
            throw ConsoleRefusals.Unreachable();
    }

    public Task Look(ConsoleBinding binding)
    {
        EnsureOpen(binding);
        _unwatchedSince = clock.GetUtcNow();
        return Task.CompletedTask;
    }

    public async Task Close(string reason)
    {
        Tell(_feed.End(reason));
        foreach (var watcher in _watchers)
            watcher.Writer.TryComplete();
        await CloseUpstream();
    }

    public override Task OnDeactivateAsync(
        DeactivationReason reason,
        CancellationToken cancellationToken
    ) => CloseUpstream();

    private void EnsureOpen(ConsoleBinding binding)
    {
        if (_upstream is not null)
            return;
        _unwatchedSince = clock.GetUtcNow();
        _feed.Adopt(null);
        _upstream = connectors.Single(c => c.ProviderKind == binding.ProviderKind).Open(binding);
        _heartbeat ??= this.RegisterGrainTimer(
            Beat,
            new GrainTimerCreationOptions(ConsoleTimes.Heartbeat, ConsoleTimes.Heartbeat)
            {
                Interleave = true,
                KeepAlive = true,
            }
        );
        _ = Pump(_upstream);
    }

    /// <summary>
    /// Reads what the upstream has, a tick at a time, on this grain's scheduler. Lines of a tick become one batch.
    /// </summary>
    private async Task Pump(IConsoleUpstream upstream)
    {
        try
        {
            while (await upstream.Events.WaitToReadAsync())
            {
                await Task.Delay(ConsoleFeed.Tick, clock);
                while (upstream.Events.TryRead(out var happened))
                    _feed.Take(happened);
                if (_feed.Flush() is not { } batch)
                    continue;
                Tell(batch);
                TellService(batch);
                if (batch.End is not null)
                    await Close(batch.End);
            }
        }
        catch (Exception error)
        {
            LogPumpFailed(logger, this.GetPrimaryKeyString(), error);
            await CloseUpstream();
        }
    }

    private void Tell(ConsoleBatch batch)
    {
        foreach (var watcher in _watchers)
            watcher.Writer.TryWrite(batch);
    }

    /// <summary>One-way: the service keeps what was seen, and must never be waited for from here.</summary>
    private void TellService(ConsoleBatch batch)
    {
        if (batch.Status is { } status)
            _ = GrainFactory
                .Service(new ServiceId(this.GetPrimaryKeyString()))
                .Seen(status, clock.GetUtcNow());
    }

    private async Task Beat(CancellationToken cancellation)
    {
        Tell(_feed.Heartbeat());
        if (_watchers.Count == 0 && clock.GetUtcNow() - _unwatchedSince > Linger)
        {
            await CloseUpstream();
            DeactivateOnIdle();
        }
    }

    private async Task CloseUpstream()
    {
        _heartbeat?.Dispose();
        _heartbeat = null;
        if (_upstream is not { } upstream)
            return;
        _upstream = null;
        await upstream.DisposeAsync();
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The console of {Service} stopped reading its upstream"
    )]
    private static partial void LogPumpFailed(ILogger logger, string service, Exception error);
}
