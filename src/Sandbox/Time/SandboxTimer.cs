namespace Elizon.Sandbox.Time;

/// <summary>A timer on <see cref="SandboxClock"/>: keeps its due instant and re-arms a real timer when the clock jumps.</summary>
internal sealed class SandboxTimer : ITimer
{
    // The longest wait a real timer takes; a longer one is waited for in pieces.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private readonly Lock _gate = new();
    private readonly SandboxClock _clock;
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private readonly ITimer _inner;
    private DateTimeOffset? _dueAt;
    private TimeSpan _period;
    private long _version;

    public SandboxTimer(SandboxClock clock, TimerCallback callback, object? state)
    {
        _clock = clock;
        _callback = callback;
        _state = state;
        _inner = clock.Real.CreateTimer(
            static timer => ((SandboxTimer)timer!).Elapsed(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _period = period;
            _dueAt = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetUtcNow() + dueTime;
            _version++;
        }
        return Arm();
    }

    public void ClockMoved() => Arm();

    public void Dispose()
    {
        Stop();
        _inner.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Stop();
        return _inner.DisposeAsync();
    }

    private void Stop()
    {
        _clock.Forget(this);
        lock (_gate)
            _dueAt = null;
    }

    private void Elapsed()
    {
        var due = TakeDue();
        Arm();
        if (due)
            _callback(_state);
    }

    // False when the real timer fired too early for the sandbox's instant, or after the timer was stopped.
    private bool TakeDue()
    {
        lock (_gate)
        {
            if (_dueAt is not { } due || _clock.GetUtcNow() < due)
                return false;
            _dueAt = _period > TimeSpan.Zero ? _clock.GetUtcNow() + _period : null;
            _version++;
            return true;
        }
    }

    // The real timer is changed outside the lock, because a test's clock runs callbacks inline; the version tells
    // whether another thread changed the due instant meanwhile.
    private bool Arm()
    {
        long version;
        bool armed;
        do
        {
            TimeSpan wait;
            lock (_gate)
            {
                version = _version;
                wait = Wait();
            }
            armed = _inner.Change(wait, Timeout.InfiniteTimeSpan);
        } while (armed && Interlocked.Read(ref _version) != version);
        return armed;
    }

    // Rounded up to whole milliseconds: a real timer cuts them off and would fire before the instant, again and again.
    private TimeSpan Wait()
    {
        if (_dueAt is not { } due)
            return Timeout.InfiniteTimeSpan;
        var wait = due - _clock.GetUtcNow();
        return wait <= TimeSpan.Zero ? TimeSpan.Zero
            : wait > Longest ? Longest
            : TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
    }
}
