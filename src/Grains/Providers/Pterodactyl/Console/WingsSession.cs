using System.Net.WebSockets;
using Elizon.Services;
using Microsoft.Extensions.Logging;

namespace Elizon.Grains.Providers.Pterodactyl.Console;

/// <summary>What happens on one open socket: login, replay, renewal before the token ends, events.</summary>
internal sealed partial class WingsSession(
    WingsSocket socket,
    WingsTicket first,
    Func<CancellationToken, Task<WingsTicket>> ticket,
    Action<UpstreamEvent> tell,
    TimeProvider clock,
    ILogger logger
) : IAsyncDisposable
{
    private const int Suspended = 4409;
    private const int MostRefusals = 3;
    private readonly CancellationTokenSource _over = new();
    private ReplayWindow? _replay;
    private bool _repeated;
    private int _renewing;
    private int _refusals;
    private ITimer? _renewal;
    private ITimer? _window;

    public WingsSocket Socket => socket;

    /// <summary>Logged in and not refused since: commands are taken.</summary>
    public bool IsIn { get; private set; }

    public bool WasIn { get; private set; }

    public async Task Run(CancellationToken stop)
    {
        await socket.Send(WingsFrame.Auth(first.Token), stop).ConfigureAwait(false);
        ScheduleRenewal(first);
        while (await socket.Receive(stop).ConfigureAwait(false) is { } message)
            if (WingsFrame.Parse(message) is { } frame)
                await Take(frame, stop).ConfigureAwait(false);
        if (socket.CloseCode == Suspended)
            // Also sent while a backup is restored: the panel, asked for the next ticket, knows which it is.
            LogSuspended(logger);
    }

    public async ValueTask DisposeAsync()
    {
        IsIn = false;
        await _over.CancelAsync().ConfigureAwait(false);
        if (_renewal is not null)
            await _renewal.DisposeAsync().ConfigureAwait(false);
        if (_window is not null)
            await _window.DisposeAsync().ConfigureAwait(false);
        if (Interlocked.Exchange(ref _replay, null) is not null)
            tell(new UpstreamEvent.ReplayEnded());
        _over.Dispose();
    }

    private async Task Take(WingsFrame frame, CancellationToken stop)
    {
        switch (frame.Event)
        {
            case "console output":
                Volatile.Read(ref _replay)?.Line();
                tell(new UpstreamEvent.Line(Clean(frame.Argument ?? "")));
                break;
            case "stats" when WingsFrame.Stats(frame.Argument) is { } stats:
                tell(new UpstreamEvent.Stats(stats));
                break;
            case "status" when WingsFrame.Status(frame.Argument) is { } status:
                tell(new UpstreamEvent.State(status));
                // A stopped server's log is not replayed (pterodactyl sheet, 4.2): what comes next is live.
                if (
                    status == ServiceStatus.Stopped
                    && Volatile.Read(ref _replay) is { IsEmpty: true } nothing
                )
                    Close(nothing);
                break;
            case "install output":
            case "daemon message":
                tell(new UpstreamEvent.Line(Clean(frame.Argument ?? "")));
                break;
            case "auth success":
                await LoggedIn(stop).ConfigureAwait(false);
                break;
            case "token expiring":
            case "token expired":
                await Renew().ConfigureAwait(false);
                break;
            case "jwt error":
                await Refused(frame.Argument ?? "").ConfigureAwait(false);
                break;
            case "deleted":
                throw new ConsoleEndedException("deleted");
            case "daemon error":
                LogDaemonError(logger, frame.Argument ?? "");
                break;
        }
    }

    private async Task LoggedIn(CancellationToken stop)
    {
        var returned = !IsIn;
        IsIn = WasIn = true;
        _refusals = 0;
        // A renewal in time loses nothing; after the first login or an expiry, what was said meanwhile is in the log.
        if (returned)
            await AskForLog(stop).ConfigureAwait(false);
    }

    /// <summary>Expired tokens and those from before the daemon's start are renewed; the rest a new token does not cure.</summary>
    private async Task Refused(string reason)
    {
        IsIn = false;
        var curable =
            reason.Contains("exp claim", StringComparison.Ordinal)
            || reason.Contains("denylist", StringComparison.Ordinal);
        if (curable && ++_refusals <= MostRefusals)
        {
            await Renew().ConfigureAwait(false);
            return;
        }
        LogRefused(logger, reason);
        throw new WebSocketException($"The daemon refuses the token: {reason}");
    }

    private async Task AskForLog(CancellationToken stop)
    {
        tell(new UpstreamEvent.ReplayBegan(ReplayWindow.Length));
        Volatile.Write(ref _replay, new ReplayWindow());
        _window ??= clock.CreateTimer(
            _ => PassTick(),
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        _window.Change(ReplayWindow.Tick, ReplayWindow.Tick);
        await socket.Send(WingsFrame.SendLogs, stop).ConfigureAwait(false);
    }

    private void PassTick()
    {
        if (Volatile.Read(ref _replay) is not { } replay || !replay.Pass())
            return;
        if (replay.IsMixed && !_repeated)
        {
            _repeated = true;
            _ = Quietly(AskForLog);
            return;
        }
        Close(replay);
    }

    private void Close(ReplayWindow over)
    {
        if (Interlocked.CompareExchange(ref _replay, null, over) != over)
            return;
        _window?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        tell(new UpstreamEvent.ReplayEnded());
    }

    private void ScheduleRenewal(WingsTicket current)
    {
        var due = current.Life * 0.75;
        _renewal ??= clock.CreateTimer(
            _ => _ = Quietly(_ => Renew()),
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        _renewal.Change(
            due < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : due,
            Timeout.InfiniteTimeSpan
        );
    }

    /// <summary>A fresh token on the same socket; never two at a time.</summary>
    private async Task Renew()
    {
        if (Interlocked.Exchange(ref _renewing, 1) == 1)
            return;
        try
        {
            var fresh = await ticket(_over.Token).ConfigureAwait(false);
            await socket.Send(WingsFrame.Auth(fresh.Token), _over.Token).ConfigureAwait(false);
            ScheduleRenewal(fresh);
        }
        finally
        {
            Volatile.Write(ref _renewing, 0);
        }
    }

    /// <summary>From a timer nobody awaits: try again soon, the token still has a quarter of its life.</summary>
    private async Task Quietly(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(_over.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The session is over.
        }
        catch (Exception error)
        {
            LogRenewalFailed(logger, error.GetType().Name);
            _renewal?.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        }
    }

    private static string Clean(string line) =>
        line.AsSpan().IndexOfAny('\r', '\n', '\0') < 0
            ? line
            : line.Replace("\r", "", StringComparison.Ordinal)
                .Replace("\0", "", StringComparison.Ordinal)
                .TrimEnd('\n')
                .Replace('\n', ' ');

    [LoggerMessage(Level = LogLevel.Warning, Message = "The daemon reports: {Detail}")]
    private static partial void LogDaemonError(ILogger logger, string detail);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The daemon refuses our token ({Reason}); do the versions of node and panel match?"
    )]
    private static partial void LogRefused(ILogger logger, string reason);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "The daemon closed the console: suspended"
    )]
    private static partial void LogSuspended(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Renewing a console token failed ({Error})")]
    private static partial void LogRenewalFailed(ILogger logger, string error);
}
