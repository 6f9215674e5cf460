using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Services;

/// <summary>The commit of a service: what is due now is begun in the same commit, its worker started behind it.</summary>
internal sealed partial class ServiceGrain
{
    public async Task Due()
    {
        var (change, order, begun) = Begin(new Change<ServiceState>(State));
        if (!begun)
            return;
        await aggregate.Commit(change);
        Start(order);
    }

    public async Task Report(WorkReport report)
    {
        var delivered = State.DeliveredAt;
        await Commit(WorkReporting.Take(State, report, Now));
        if (delivered is null && State.DeliveredAt is not null)
            LookAtConsole();
    }

    private async Task Commit(Change<ServiceState>? change)
    {
        if (change is null)
            return;
        var (whole, order, _) = Begin(change);
        await aggregate.Commit(whole);
        Start(order);
    }

    private async Task<TAnswer> Commit<TAnswer>(
        Change<ServiceState> change,
        Caller by,
        TAnswer answer
    )
        where TAnswer : class
    {
        var (whole, order, _) = Begin(change);
        var given = await aggregate.Commit(whole, by.Operation, answer);
        Start(order);
        return given;
    }

    private async Task Receive(Delivery delivery, Func<Message, Change<ServiceState>?> rule)
    {
        WorkOrder? order = null;
        await aggregate.Receive(
            delivery,
            message =>
            {
                if (rule(message) is not { } change)
                    return null;
                (change, order, _) = Begin(change);
                return change;
            }
        );
        Start(order);
    }

    private (Change<ServiceState> Change, WorkOrder? Order, bool Begun) Begin(
        Change<ServiceState> change
    )
    {
        if (
            WorkBeginning.Begin(change.Next, silo.SiloAddress.ToParsableString(), IsMember, Now)
            is not { } begun
        )
            return (change, null, false);
        return (
            change with
            {
                Next = begun.Change.Next,
                Rows = change.Rows.AddRange(begun.Change.Rows),
            },
            begun.Order,
            true
        );
    }

    private bool IsMember(string address) =>
        members
            .GetApproximateSiloStatuses(onlyActive: true)
            .Keys.Any(s => s.ToParsableString() == address);

    private void Start(WorkOrder? order)
    {
        if (order is not null)
            _ = GrainFactory.GetGrain<IServiceWorker>(0).Run(order);
    }
}
