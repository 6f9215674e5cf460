using Elizon.Grains.Outbox;
using Elizon.Grains.Providers.Eggs;
using Elizon.Grains.Scheduling;
using Elizon.Grains.Storage;
using Elizon.Providers;
using Elizon.Services;
using Orleans.Runtime;

namespace Elizon.Grains.Services;

/// <summary>A service: guards, commits, answers. Rules are in the static classes beside it.</summary>
[GrainType("service")]
internal sealed partial class ServiceGrain(
    [Aggregate] IAggregate<ServiceState> aggregate,
    ILocalSiloDetails silo,
    ISiloStatusOracle members,
    TimeProvider clock
) : Grain, IServiceGrain, IServiceWorkGrain, IServiceInside, IInbox, IDue
{
    /// <summary>The state was seen unchanged since; not worth a commit of its own.</summary>
    private DateTimeOffset? _seenAt;

    private DateTimeOffset Now => clock.GetUtcNow();

    private ServiceState State => aggregate.State;

    public Task Open(ServiceOrder order) => Commit(ServiceOpening.Open(State, order, Now));

    public async Task Receive(Delivery delivery)
    {
        var before = State.Status;
        await Receive(delivery, React);
        if (State.Status == before)
            return;
        if (State.Status == ServiceStatus.Suspended)
            await CloseConsole("suspended");
        else if (State.Status == ServiceStatus.Deleted)
            await CloseConsole("deleted");
    }

    private Change<ServiceState>? React(Message message) =>
        message switch
        {
            ServiceOrdered ordered => ServiceOpening.Open(State, ordered.Order, Now),
            ServicePaidUntil paid => ServiceContract.PaidUntil(State, paid),
            ServicePaymentOverdue => ServiceContract.Overdue(State, Now),
            ServicePaymentArrived => ServiceContract.Arrived(State, Now),
            ServiceSizeChanged changed => Resizing.Begin(State, changed, Now),
            ServiceContractEnded ended => ServiceContract.Ended(State, ended, Now),
            AddOnOrdered ordered => AddOns.Ordered(State, ordered.Order, Now),
            AddOnEnded ended => AddOns.Ended(State, ended.AddOn, Now),
            _ => throw new InvalidOperationException(
                $"A service does not take {message.GetType().Name}."
            ),
        };

    public Task<ServiceView> Show(Caller by)
    {
        ServiceAccess.Admit(State, by, Permission.View);
        return Task.FromResult(View(by));
    }

    public async Task<ServiceView> Update(ServiceUpdate update, Caller by)
    {
        if (await aggregate.Replay<ServiceView>(by.Operation) is { } earlier)
            return earlier;
        var change = ServiceCommanding.Update(State, update, by, Now);
        return await Commit(change, by, change.Next.ToView(by));
    }

    public async Task<StartedAction> Act(ServiceAction action, Caller by)
    {
        if (await aggregate.Replay<StartedAction>(by.Operation) is { } earlier)
            return earlier;
        var (change, operation) = ServiceCommanding.Act(State, action, by, Now);
        var answer = await Commit(
            change,
            by,
            new StartedAction(action, change.Next.Status, operation.Id)
        );
        LookAtConsole();
        return answer;
    }

    public async Task<ServiceView> Cancel(Caller by)
    {
        if (await aggregate.Replay<ServiceView>(by.Operation) is { } earlier)
            return earlier;
        var change = ServiceCommanding.Cancel(State, by, Now);
        var answer = await Commit(change, by, change.Next.ToView(by));
        await CloseConsole("deleted");
        return answer;
    }

    public async Task<ChangedVariables> SetVariables(
        Dictionary<string, string> variables,
        Caller by
    )
    {
        var order = ServiceAccess.AdmitAlive(State, by, Permission.View | Permission.Settings);
        if (await aggregate.Replay<ChangedVariables>(by.Operation) is { } earlier)
            return earlier;
        if (order.Plan.Egg is not { } egg)
            throw ServiceRefusals.Unsupported("startup-variables");
        var all = await GrainFactory.Eggs(order.Plan.Provider).All();
        EggChoice.CheckChanges(
            all.FirstOrDefault(e => e.Key == egg) ?? throw ProviderRefusals.NoSuchEgg(egg),
            variables
        );
        if (ServiceCommanding.SetVariables(State, variables, by, Now) is not { } set)
            return new ChangedVariables(StartupVariables.Of(all, egg, State.Variables), null);
        return await Commit(
            set.Change,
            by,
            new ChangedVariables(
                StartupVariables.Of(all, egg, set.Change.Next.Variables),
                set.Operation.Id
            )
        );
    }

    public Task<ServiceInside> Inside(Caller by, Permission need)
    {
        var order = ServiceAccess.Admit(State, by, need);
        return Task.FromResult(
            new ServiceInside(
                View(by),
                order.Plan.Provider,
                order.Plan.Egg,
                State.Server,
                State.Variables.ToDictionary()
            )
        );
    }

    Task<ServiceAddOn[]> IServiceInside.AddOns(Caller by, Permission need)
    {
        ServiceAccess.Admit(State, by, need);
        return Task.FromResult<ServiceAddOn[]>([
            .. (State.AddOns?.Values ?? [])
                .OrderBy(a => a.Order.OrderedAt)
                .ThenBy(a => a.Order.Id.Value, StringComparer.Ordinal)
                .Select(a => new ServiceAddOn(
                    a.Order.Id,
                    a.Order.AddOn!.Kind,
                    a.Order.AddOn.Amount,
                    a.Address,
                    a.DeliveredAt is not null
                )),
        ]);
    }

    private ServiceView View(Caller by) =>
        (State with { SeenAt = _seenAt > State.SeenAt ? _seenAt : State.SeenAt }).ToView(by);
}
