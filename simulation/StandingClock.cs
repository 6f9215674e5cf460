namespace Elizon.Simulation;

/// <summary>
/// Stands still until it is moved. Timers measure real time, as the movable clock of a host does: what is due is
/// worked through by the run itself, and no timer races it.
/// </summary>
internal sealed class StandingClock(DateTimeOffset begin) : TimeProvider
{
    private long _now = begin.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _now), TimeSpan.Zero);

    public void Set(DateTimeOffset instant) => Interlocked.Exchange(ref _now, instant.UtcTicks);
}
