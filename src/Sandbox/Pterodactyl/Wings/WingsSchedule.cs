namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>
/// All that happens later on one node, behind one timer: a hundred idle servers cost one sleeping timer. Actions run one at a time on the pool and must not block.
/// </summary>
internal sealed class WingsSchedule : IDisposable
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<ScheduledAction, (long At, long Order)> _queue = new();
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly ITimer _timer;
    private long _order;
    private bool _running;
    private bool _disposed;

    public WingsSchedule(TimeProvider clock, ILogger log)
    {
        _clock = clock;
        _log = log;
        _timer = clock.CreateTimer(
            _ => RunDue(),
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    /// <summary>Runs <paramref name="action"/> once, <paramref name="delay"/> from now, unless it is cancelled before.</summary>
    public ScheduledAction After(TimeSpan delay, Action action)
    {
        var scheduled = new ScheduledAction(action);
        lock (_gate)
        {
            var at =
                _clock.GetTimestamp()
                + (long)(Math.Max(0, delay.TotalSeconds) * _clock.TimestampFrequency);
            _queue.Enqueue(scheduled, (at, _order++));
            Arm();
        }
        return scheduled;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _queue.Clear();
        }
        _timer.Dispose();
    }

    private void RunDue()
    {
        lock (_gate)
        {
            if (_running)
                return;
            _running = true;
        }
        while (Next() is { } action)
            Run(action);
    }

    private ScheduledAction? Next()
    {
        lock (_gate)
        {
            while (
                _queue.TryPeek(out var first, out var priority)
                && priority.At <= _clock.GetTimestamp()
            )
            {
                _queue.Dequeue();
                if (!first.IsCancelled)
                    return first;
            }
            _running = false;
            Arm();
            return null;
        }
    }

    private void Run(ScheduledAction action)
    {
        try
        {
            action.Run();
        }
#pragma warning disable CA1031 // One server's fault must not stop the node's clock.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            WingsScheduleLog.Failed(_log, fault);
        }
    }

    private void Arm()
    {
        if (_running || _disposed || !_queue.TryPeek(out _, out var next))
            return;
        var wait = _clock.GetElapsedTime(_clock.GetTimestamp(), next.At);
        _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}

/// <summary>One planned action; cancelling it leaves it in the queue, where it does nothing.</summary>
internal sealed class ScheduledAction(Action action)
{
    private Action? _action = action;

    public bool IsCancelled => Volatile.Read(ref _action) is null;

    public void Cancel() => Interlocked.Exchange(ref _action, null);

    public void Run() => Interlocked.Exchange(ref _action, null)?.Invoke();
}

internal static partial class WingsScheduleLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A planned action of a node failed")]
    public static partial void Failed(ILogger logger, Exception fault);
}
