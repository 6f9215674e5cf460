namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>
/// A server's output: what its container logged last, and the way of each line to the sockets. The daemon's own lines
/// go to sockets only; they are never part of the container's log, so <c>send logs</c> does not replay them.
/// </summary>
internal sealed class ServerConsole(
    TimeProvider clock,
    PterodactylOptions options,
    ServerSockets sockets
)
{
    private readonly Lock _gate = new();
    private readonly Queue<string> _log = new();
    private readonly ConsoleThrottle _throttle = new(
        clock,
        options.ThrottleLines,
        options.ThrottlePeriod
    );

    /// <summary>Lines the container printed since this process began.</summary>
    public long Printed { get; private set; }

    /// <summary>Lines of these that the throttle kept from the sockets.</summary>
    public long Throttled { get; private set; }

    /// <summary>One line of the container.</summary>
    public void Print(string line)
    {
        lock (_gate)
        {
            Printed++;
            if (_log.Count >= options.LogLines)
                _log.Dequeue();
            _log.Enqueue(line);
            if (_throttle.Allow(out var strike))
            {
                if (sockets.AnyListens)
                    sockets.Publish(SocketFrame.Console(line));
                return;
            }
            Throttled++;
            if (strike)
                Say("Server is outputting console data too quickly -- throttling...");
        }
    }

    /// <summary>A line of the daemon itself.</summary>
    public void Say(string text)
    {
        if (sockets.AnyListens)
            sockets.Publish(
                SocketFrame.Console(
                    $"\u001b[33m\u001b[1m[Pterodactyl Daemon]:\u001b[39m {text}\u001b[0m"
                )
            );
    }

    public IReadOnlyList<string> Log()
    {
        lock (_gate)
            return [.. _log];
    }

    /// <summary>A new container begins with an empty log.</summary>
    public void Truncate()
    {
        lock (_gate)
            _log.Clear();
    }
}
