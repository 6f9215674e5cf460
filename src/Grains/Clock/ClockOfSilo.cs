using Elizon.Grains.Outbox;
using Orleans.Providers;
using Orleans.Runtime;

namespace Elizon.Grains.Clock;

/// <summary>
/// The clock's part on each silo: takes over the stored offset at start, and does what <see cref="ClusterClock"/> asks
/// of all silos at once. Orleans hands such commands to every active silo.
/// </summary>
internal sealed class ClockOfSilo(
    MovableClock clock,
    ClockStore store,
    RunningWork work,
    OutboxDispatcher outbox
) : IControllable, ILifecycleParticipant<ISiloLifecycle>
{
    public const string Name = "test-clock";

    /// <summary>Argument: ticks. Stand so far before real time.</summary>
    public const int Move = 1;

    /// <summary>Answers how much is being worked on here.</summary>
    public const int Busy = 2;

    /// <summary>Once before anything runs, and once as a member: a move in between did not ask this silo yet.</summary>
    public void Participate(ISiloLifecycle lifecycle)
    {
        lifecycle.Subscribe(Name, ServiceLifecycleStage.RuntimeInitialize, _ => TakeOver());
        lifecycle.Subscribe(Name, ServiceLifecycleStage.Active, _ => TakeOver());
    }

    public Task<object?> ExecuteCommand(int command, object? arg)
    {
        if (command == Move)
            clock.Move(new TimeSpan((long)arg!));
        return Task.FromResult<object?>(work.Count + outbox.Pending);
    }

    private async Task TakeOver() => clock.Move(await store.Read());
}
