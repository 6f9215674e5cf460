using Elizon.Grains.Catalog;
using Elizon.Grains.Providers;
using Elizon.Grains.Storage;
using Elizon.Grains.Subscriptions;
using Elizon.Operations;
using Elizon.Services;

namespace Elizon.Grains.Services;

/// <summary>
/// A server gets another size. The contract makes one change at a time and hears how it ended; a change that the provider
/// refuses leaves the server as it was.
/// </summary>
internal static class Resizing
{
    /// <summary>The provider's part of a change, known before it is begun.</summary>
    public static OperationId Operation(string change) =>
        NewId.Derived<OperationId>($"{change}/{OperationKind.Resize}");

    public static Change<ServiceState> Begin(
        ServiceState service,
        ServiceSizeChanged told,
        DateTimeOffset now
    )
    {
        if (service is not { Order: { } order, DeliveredAt: not null, EndedAt: null })
            return new Change<ServiceState>(service).Send(
                SubscriptionAddress.Of(service.Order!.Id),
                new SizeRefused(told.Change, "The service is gone.")
            );
        var resize = ServiceChange.New(
            told.Change,
            OperationKind.Resize,
            OperationStep.Call,
            now
        ) with
        {
            Size = new SizeChange(told.Change, order.Plan.Limits(), told.Limits, told.Restart),
        };
        return ServiceChange.To(Sized(service, told.Limits).Enqueue(resize)).With(resize);
    }

    public static Change<ServiceState> Take(
        ServiceState service,
        ServiceOperation current,
        WorkReport report,
        DateTimeOffset now
    ) =>
        report switch
        {
            { Outcome: OutcomeKind.Done } => Reached(service, current, now),
            {
                Outcome: OutcomeKind.Refused,
                For: RefusedFor.Invalid
                    or RefusedFor.Missing
                    or RefusedFor.NotOurs
                    or RefusedFor.Capacity
            } => Refused(service, current, report.Reason, now),
            _ => WorkReporting.Again(service, current, report, now),
        };

    private static Change<ServiceState> Reached(
        ServiceState service,
        ServiceOperation current,
        DateTimeOffset now
    )
    {
        var size = current.Size!;
        var change = WorkReporting
            .End(service, current.Done(), now)
            .Send(SubscriptionAddress.Of(service.Order!.Id), new SizeReached(size.Change));
        return
            size.Restart
            && service
                is { Suspended: null, Power: ServiceStatus.Running or ServiceStatus.Starting }
            ? Restarted(change, size, now)
            : change;
    }

    private static Change<ServiceState> Restarted(
        Change<ServiceState> change,
        SizeChange size,
        DateTimeOffset now
    )
    {
        var restart = ServiceChange.New(
            $"{size.Change}/restart",
            OperationKind.Power,
            OperationStep.Call,
            now
        ) with
        {
            Action = ServiceAction.Restart,
        };
        var next = change.Next.Enqueue(restart);
        return (change with { Next = next }).Record(next.ToRow()).With(restart);
    }

    private static Change<ServiceState> Refused(
        ServiceState service,
        ServiceOperation current,
        string? reason,
        DateTimeOffset now
    )
    {
        var size = current.Size!;
        return WorkReporting
            .Fail(
                Sized(service, size.Before),
                current,
                "The provider refused the new size; the change was taken back.",
                reason,
                now
            )
            .Send(
                SubscriptionAddress.Of(service.Order!.Id),
                new SizeRefused(size.Change, reason ?? "")
            );
    }

    private static ServiceState Sized(ServiceState service, Elizon.Catalog.PlanLimits limits) =>
        service with
        {
            Order = service.Order! with { Plan = service.Order.Plan.With(limits) },
        };
}
