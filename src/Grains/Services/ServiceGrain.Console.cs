using Elizon.Consoles;
using Elizon.Services;

namespace Elizon.Grains.Services;

/// <summary>What the console needs, and what it reports.</summary>
internal sealed partial class ServiceGrain
{
    public Task<ConsoleBinding> OpenConsole(Caller by)
    {
        ServiceAccess.AdmitAlive(State, by, Permission.Console);
        return Task.FromResult(Binding());
    }

    public Task<ConsoleBinding> ForCommand(Caller by)
    {
        ServiceAccess.AdmitAlive(State, by, Permission.Console);
        return Task.FromResult(Binding());
    }

    public async Task Seen(ServiceStatus status, DateTimeOffset at)
    {
        if (
            State is not { DeliveredAt: not null, EndedAt: null }
            || at < State.SeenAt
            || status
                is not (
                    ServiceStatus.Stopped
                    or ServiceStatus.Starting
                    or ServiceStatus.Running
                    or ServiceStatus.Stopping
                )
        )
            return;
        _seenAt = at;
        if (status == State.Power)
            return;
        var seen = State with { Power = status, SeenAt = at };
        if (seen.Current is null)
            seen = seen with { CheckAt = OperationTimes.NextCheck(seen, Now) };
        await Commit(ServiceChange.To(seen));
    }

    private ConsoleBinding Binding() =>
        new(
            State.Order!.Id,
            State.Order.Plan.Provider,
            State.Order.Plan.ProviderKind,
            State.Server!.Uuid,
            State.Status
        );

    /// <summary>The socket shows every change of power at once; the panel's own figures are up to 20 s old.</summary>
    private void LookAtConsole()
    {
        if (State is { Server: not null, EndedAt: null, Suspended: null })
            _ = GrainFactory.Console(State.Order!.Id).Look(Binding());
    }

    private Task CloseConsole(string reason) => GrainFactory.Console(State.Order!.Id).Close(reason);
}
