using Elizon.Sandbox.Storage;

namespace Elizon.Sandbox.Time;

/// <summary>
/// The sandbox's time: a base clock plus a stored offset that only grows. Timers and delays made from it fire early
/// when the clock is moved over their instant; a periodic timer then fires once, not once per missed period.
/// </summary>
public sealed class SandboxClock : TimeProvider
{
    private const string Kind = "clock";
    private const string Id = "offset";
    private readonly Lock _gate = new();
    private readonly HashSet<SandboxTimer> _timers = [];
    private readonly SandboxStore _store;
    private long _offsetTicks;

    public SandboxClock(TimeProvider real, SandboxStore store)
    {
        Real = real;
        _store = store;
        _offsetTicks = store.Get<ClockOffset>(Kind, Id)?.Ticks ?? 0;
    }

    /// <summary>The base clock: for what happens on the wire (slow answers, time-outs), which never jumps.</summary>
    public TimeProvider Real { get; }

    public TimeSpan Offset => new(Interlocked.Read(ref _offsetTicks));

    public override TimeZoneInfo LocalTimeZone => Real.LocalTimeZone;

    public override long TimestampFrequency => Real.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => Real.GetUtcNow() + Offset;

    public override long GetTimestamp() =>
        Real.GetTimestamp() + (long)(Offset.TotalSeconds * Real.TimestampFrequency);

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    )
    {
        var timer = new SandboxTimer(this, callback, state);
        lock (_gate)
            _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock forward; stored before it takes effect.</summary>
    /// <exception cref="ArgumentOutOfRangeException">When <paramref name="by"/> is negative.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        SandboxTimer[] timers;
        lock (_gate)
        {
            var ticks = _offsetTicks + by.Ticks;
            _store.Put(Kind, Id, new ClockOffset(ticks));
            Interlocked.Exchange(ref _offsetTicks, ticks);
            timers = [.. _timers];
        }
        foreach (var timer in timers)
            timer.ClockMoved();
    }

    internal void Forget(SandboxTimer timer)
    {
        lock (_gate)
            _timers.Remove(timer);
    }

    private sealed record ClockOffset(long Ticks);
}
