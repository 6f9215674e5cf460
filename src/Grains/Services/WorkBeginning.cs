using Elizon.Grains.Providers;
using Elizon.Grains.Storage;
using Elizon.Operations;
using Elizon.Services;

namespace Elizon.Grains.Services;

/// <summary>What shall be done now: the commit that persists the attempt, and the order for the worker behind it.</summary>
internal sealed record Beginning(Change<ServiceState> Change, WorkOrder? Order);

/// <summary>Starts the next attempt of the work that is due (design, section 6).</summary>
internal static class WorkBeginning
{
    /// <param name="silo">Where the worker will run.</param>
    /// <param name="isAlive">Whether a silo is still a member.</param>
    /// <returns>Null when nothing is due.</returns>
    public static Beginning? Begin(
        ServiceState service,
        string silo,
        Func<string, bool> isAlive,
        DateTimeOffset now
    )
    {
        if (service.Order is null)
            return null;
        if (service.Current is not { } current)
            return service.CheckAt <= now ? Check(service, now) : null;
        if (current.NextAt > now)
            return null;
        if (current is { LeaseUntil: { } lease, Silo: { } owner } && lease > now && isAlive(owner))
            return new Beginning(
                new Change<ServiceState>(
                    service.Replace(current with { NextAt = now + OperationTimes.Look })
                ),
                null
            );
        if (now >= current.Deadline && current.State != OperationState.Stuck)
            return Overdue(service, current, silo, now);
        return Attempt(service, current, silo, now);
    }

    private static Beginning Check(ServiceState service, DateTimeOffset now) =>
        new(
            new Change<ServiceState>(
                service with
                {
                    CheckAt = OperationTimes.NextCheck(service, now),
                }
            ),
            new WorkOrder(service.Order!.Id, null, 0, WorkKind.Check, Spec(service), service.Server)
        );

    private static Beginning Overdue(
        ServiceState service,
        ServiceOperation current,
        string silo,
        DateTimeOffset now
    )
    {
        if (current.Kind == OperationKind.Power)
            return new Beginning(
                WorkReporting.Fail(
                    service,
                    current,
                    "The provider did not take the action in time.",
                    current.Detail,
                    now
                ),
                null
            );
        if (current is { Kind: OperationKind.Provision, Step: not OperationStep.CleanUp })
            return Attempt(
                service,
                WorkReporting.GiveUp(
                    current,
                    "The server could not be set up in time.",
                    current.Detail,
                    now
                ),
                silo,
                now
            );
        return Attempt(service, current with { State = OperationState.Stuck }, silo, now);
    }

    private static Beginning Attempt(
        ServiceState service,
        ServiceOperation current,
        string silo,
        DateTimeOffset now
    )
    {
        var attempt = current with
        {
            State =
                current.State == OperationState.Stuck
                    ? OperationState.Stuck
                    : OperationState.Running,
            Attempts = current.Attempts + 1,
            LeaseUntil = now + OperationTimes.Lease,
            NextAt = now + OperationTimes.Look,
            Silo = silo,
            UpdatedAt = now,
        };
        var next = service.Replace(attempt);
        return new Beginning(ServiceChange.To(next).With(attempt), Order(next, attempt));
    }

    private static WorkOrder Order(ServiceState service, ServiceOperation attempt) =>
        new(
            service.Order!.Id,
            attempt.Id,
            attempt.Attempts,
            attempt.AddOn is null ? Kind(attempt) : AddOns.Kind(service, attempt),
            Spec(service),
            service.Server,
            attempt.Action is { } action ? Signal(action) : null,
            attempt.Variables?.ToDictionary(),
            attempt.Size is { } size && size.After.Disk < size.Before.Disk,
            attempt.AddOn is null ? null : AddOns.Work(service, attempt)
        );

    private static WorkKind Kind(ServiceOperation attempt) =>
        attempt switch
        {
            { Kind: OperationKind.Provision, Step: OperationStep.Create } => WorkKind.Create,
            { Kind: OperationKind.Provision, Step: OperationStep.Install, MustReinstall: true } =>
                WorkKind.Reinstall,
            { Kind: OperationKind.Provision, Step: OperationStep.Install } => WorkKind.Look,
            { Kind: OperationKind.Provision } => WorkKind.CleanUp,
            { Kind: OperationKind.Power } => WorkKind.Power,
            { Kind: OperationKind.Variables } => WorkKind.Variables,
            { Kind: OperationKind.Rename } => WorkKind.Rename,
            { Kind: OperationKind.Resize } => WorkKind.Resize,
            { Kind: OperationKind.Suspend } => WorkKind.Suspend,
            { Kind: OperationKind.Unsuspend } => WorkKind.Unsuspend,
            _ => WorkKind.Delete,
        };

    private static PowerSignal Signal(ServiceAction action) =>
        action switch
        {
            ServiceAction.Start => PowerSignal.Start,
            ServiceAction.Stop => PowerSignal.Stop,
            ServiceAction.Restart => PowerSignal.Restart,
            _ => PowerSignal.Kill,
        };

    private static ServerSpec Spec(ServiceState service) =>
        new(
            service.Order!.Id,
            service.Order.Owner,
            service.Name,
            service.Order.Plan with
            {
                Environment = service.Variables.ToDictionary(),
                Disk = AddOns.Disk(service),
            }
        );
}
