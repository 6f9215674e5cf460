using System.Net.WebSockets;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Elizon.Grains.Providers.Pterodactyl.Console;

/// <summary>
/// Keeps a console connected: ticket, socket, login, replay, token renewal, reconnect with back-off (pterodactyl sheet,
/// section 4). Runs on the thread pool.
/// </summary>
internal sealed partial class PterodactylConsole : IConsoleUpstream
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly Func<CancellationToken, Task<WingsTicket>> _ticket;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<UpstreamEvent> _events;
    private readonly Task _running;
    private int _dropped;
    private WingsSession? _session;

    public PterodactylConsole(
        Func<CancellationToken, Task<WingsTicket>> ticket,
        TimeProvider clock,
        ILogger logger
    )
    {
        (_ticket, _clock, _logger) = (ticket, clock, logger);
        _events = Channel.CreateBounded<UpstreamEvent>(
            new BoundedChannelOptions(20_000)
            {
                FullMode = BoundedChannelFullMode.DropOldest,
                SingleReader = true,
            },
            dropped =>
            {
                if (dropped is UpstreamEvent.Line)
                    Interlocked.Increment(ref _dropped);
            }
        );
        // Away from the grain's scheduler: reading a flood must not take the grain's turns.
        _running = Task
            .Factory.StartNew(
                Run,
                CancellationToken.None,
                TaskCreationOptions.None,
                TaskScheduler.Default
            )
            .Unwrap();
    }

    public ChannelReader<UpstreamEvent> Events => _events.Reader;

    public async Task<bool> Send(string command, CancellationToken cancellation)
    {
        for (var wait = 0; wait < 100 && Volatile.Read(ref _session) is not { IsIn: true }; wait++)
            await Task.Delay(TimeSpan.FromMilliseconds(50), _clock, cancellation)
                .ConfigureAwait(false);
        if (Volatile.Read(ref _session) is not { IsIn: true } session)
            return false;
        try
        {
            await session
                .Socket.Send(WingsFrame.Command(command), cancellation)
                .ConfigureAwait(false);
            return true;
        }
        catch (Exception error) when (error is WebSocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task Run()
    {
        var pause = FirstPause;
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                if (await Connected().ConfigureAwait(false))
                    pause = FirstPause;
            }
            catch (ConsoleEndedException ended)
            {
                Tell(new UpstreamEvent.Ended(ended.Reason));
                break;
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                break;
            }
            catch (Exception error)
            {
                LogLost(_logger, error.GetType().Name, error.Message);
            }
            await Pause(pause).ConfigureAwait(false);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
        }
        _events.Writer.TryComplete();
    }

    /// <summary>One connection from ticket to end; true when it got as far as being logged in.</summary>
    private async Task<bool> Connected()
    {
        var ticket = await _ticket(_stop.Token).ConfigureAwait(false);
        await using var socket = new WingsSocket();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        deadline.CancelAfter(TimeSpan.FromSeconds(10));
        await socket.Connect(ticket, deadline.Token).ConfigureAwait(false);
        await using var session = new WingsSession(socket, ticket, _ticket, Tell, _clock, _logger);
        Volatile.Write(ref _session, session);
        try
        {
            await session.Run(_stop.Token).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _session, null);
        }
        return session.WasIn;
    }

    private void Tell(UpstreamEvent happened)
    {
        if (Interlocked.Exchange(ref _dropped, 0) is > 0 and var dropped)
            _events.Writer.TryWrite(new UpstreamEvent.Dropped(dropped));
        _events.Writer.TryWrite(happened);
    }

    private async Task Pause(TimeSpan pause)
    {
        // Half fixed, half by chance: after a daemon's restart its consoles must not come back at one instant.
        var jitter = System.Security.Cryptography.RandomNumberGenerator.GetInt32(500, 1000) / 1000d;
        try
        {
            await Task.Delay(pause * jitter, _clock, _stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Being disposed.
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Console connection lost ({Error}: {Detail}), connecting again"
    )]
    private static partial void LogLost(ILogger logger, string error, string detail);
}
