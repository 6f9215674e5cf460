using System.Net.Http.Json;
using Elizon.Sandbox.Time;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Hosting;

public sealed class ClockTests : SandboxTest
{
    private SandboxClock Clock => Host.Services.GetRequiredService<SandboxClock>();

    [Fact]
    public async Task Moves_add_up_and_outlive_a_restart()
    {
        await Advance(TimeSpan.FromHours(1));
        await Advance(TimeSpan.FromHours(2));

        await Restart();

        Assert.Equal(3 * 3600, (double)(await GetJson("control/clock"))["offsetSeconds"]!);
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_jumps_over_it()
    {
        var delay = Task.Delay(TimeSpan.FromDays(45), Clock);
        Assert.False(delay.IsCompleted);

        await Advance(TimeSpan.FromDays(45));

        await delay.WaitAsync(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task A_delay_stays_when_the_jump_is_too_short()
    {
        var delay = Task.Delay(TimeSpan.FromHours(2), Clock);

        await Advance(TimeSpan.FromHours(1));

        Assert.False(delay.IsCompleted);
    }

    [Fact]
    public async Task A_period_that_was_jumped_over_fires_once()
    {
        var fired = 0;
        var first = new TaskCompletionSource();
        await using var timer = Clock.CreateTimer(
            _ =>
            {
                Interlocked.Increment(ref fired);
                first.TrySetResult();
            },
            null,
            TimeSpan.FromHours(1),
            TimeSpan.FromHours(1)
        );

        await Advance(TimeSpan.FromHours(10));

        await first.Task.WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(1, Volatile.Read(ref fired));
    }

    [Fact]
    public async Task Elapsed_time_follows_the_jump()
    {
        var started = Clock.GetTimestamp();

        await Advance(TimeSpan.FromMinutes(5));

        Assert.InRange(Clock.GetElapsedTime(started).TotalMinutes, 5, 10);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1e12)]
    public async Task Time_neither_runs_back_nor_away(double seconds)
    {
        using var answer = await Http.PostAsJsonAsync(
            Control("control/clock"),
            new { advanceSeconds = seconds }
        );

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal(0, (double)(await GetJson("control/clock"))["offsetSeconds"]!);
    }
}
