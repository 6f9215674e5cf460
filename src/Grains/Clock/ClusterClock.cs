using Elizon.Grains.Scheduling;
using Orleans.Runtime;

namespace Elizon.Grains.Clock;

/// <summary>Moves the clocks of all silos and of the sandbox, step by step.</summary>
internal sealed class ClusterClock(
    MovableClock clock,
    ClockStore store,
    ISandboxClock sandbox,
    DueRun due,
    IGrainFactory grains
)
{
    /// <summary>A call that nobody waits for may be on its way between two looks.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);

    public Task<DateTimeOffset?> NextDue() => due.Next();

    /// <summary>Does what is due and what follows from it, then goes to the next instant, at most <paramref name="until"/>.</summary>
    public async Task Step(DateTimeOffset until, CancellationToken cancellation)
    {
        var there = await Settle(cancellation);
        var next = await due.Next() ?? until;
        if (there > clock.GetUtcNow() && there < next)
            next = there.Value;
        await MoveTo(next < until ? next : until, cancellation);
        await due.RunDue(cancellation, routine: false);
    }

    /// <summary>Waits until nothing is under way anywhere; says when the sandbox does something next.</summary>
    private async Task<DateTimeOffset?> Settle(CancellationToken cancellation)
    {
        DateTimeOffset? next = null;
        for (var quiet = 0; quiet < 2; )
        {
            await due.RunDue(cancellation, routine: false);
            await due.Quiet(cancellation);
            var pending = await sandbox.Pending(cancellation);
            next = pending.NextDue;
            var still = pending.Quiet && await Busy() == 0;
            quiet = still ? quiet + 1 : 0;
            if (quiet < 2)
                await Task.Delay(BetweenLooks, cancellation);
        }
        return next;
    }

    /// <summary>The sandbox first: it never lives in the platform's past. Stored before it takes effect.</summary>
    private async Task MoveTo(DateTimeOffset instant, CancellationToken cancellation)
    {
        var ahead = clock.AheadAt(instant);
        if (ahead <= clock.Ahead)
            return;
        await sandbox.MoveTo(instant, cancellation);
        await store.Keep(ahead);
        await Tell(ClockOfSilo.Move, ahead.Ticks);
    }

    private async Task<int> Busy() => (await Tell(ClockOfSilo.Busy, 0L)).Sum(count => (int)count!);

    private Task<object?[]> Tell(int command, long argument) =>
        grains
            .GetGrain<IManagementGrain>(0)
            .SendControlCommandToProvider<ClockOfSilo>(ClockOfSilo.Name, command, argument);
}
