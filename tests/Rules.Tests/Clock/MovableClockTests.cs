using Elizon.Grains.Clock;
using Microsoft.Extensions.Time.Testing;

namespace Elizon.Rules.Tests.Clock;

public sealed class MovableClockTests
{
    private static readonly DateTimeOffset Real = new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _real = new(Real);

    [Fact]
    public void It_runs_with_real_time_before_it()
    {
        var clock = new MovableClock(_real);
        clock.Move(TimeSpan.FromDays(30));
        _real.Advance(TimeSpan.FromHours(1));

        Assert.Equal(Real.AddDays(30).AddHours(1), clock.GetUtcNow());
    }

    [Fact]
    public void It_never_goes_back()
    {
        var clock = new MovableClock(_real);
        clock.Move(clock.AheadAt(Real.AddDays(2)));
        clock.Move(clock.AheadAt(Real.AddDays(1)));

        Assert.Equal(Real.AddDays(2), clock.GetUtcNow());
    }

    [Fact]
    public void A_timer_measures_real_time()
    {
        var clock = new MovableClock(_real);
        var fired = 0;
        using var timer = clock.CreateTimer(
            _ => fired++,
            null,
            TimeSpan.FromMinutes(1),
            Timeout.InfiniteTimeSpan
        );
        clock.Move(TimeSpan.FromDays(1));
        Assert.Equal(0, fired);

        _real.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, fired);
    }
}
