namespace Elizon.Grains.Clock;

/// <summary>
/// Real time plus an offset that only grows. Timers measure real time: what the platform does at an instant hangs on the
/// due index, which the move itself works through.
/// </summary>
public sealed class MovableClock(TimeProvider real) : TimeProvider
{
    private long _ahead;

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    public override long TimestampFrequency => real.TimestampFrequency;

    /// <summary>How far before real time.</summary>
    public TimeSpan Ahead => new(Interlocked.Read(ref _ahead));

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Ahead;

    public override long GetTimestamp() => real.GetTimestamp();

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    ) => real.CreateTimer(callback, state, dueTime, period);

    /// <summary>Stands at least so far before real time from now on.</summary>
    public void Move(TimeSpan ahead)
    {
        for (
            var seen = Interlocked.Read(ref _ahead);
            seen < ahead.Ticks;
            seen = Interlocked.Read(ref _ahead)
        )
            if (Interlocked.CompareExchange(ref _ahead, ahead.Ticks, seen) == seen)
                return;
    }

    /// <summary>How far it would have to stand before real time for this to be the instant.</summary>
    public TimeSpan AheadAt(DateTimeOffset instant) => instant - real.GetUtcNow();
}
