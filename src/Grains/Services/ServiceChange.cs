using System.Collections.Immutable;
using Elizon.Grains.Storage;
using Elizon.Operations;

namespace Elizon.Grains.Services;

/// <summary>Changes to a service with the rows that follow from them.</summary>
internal static class ServiceChange
{
    /// <summary>The next state with its row in the list.</summary>
    public static Change<ServiceState> To(ServiceState next) =>
        new Change<ServiceState>(next).Record(next.ToRow());

    public static Change<ServiceState> With(
        this Change<ServiceState> change,
        ServiceOperation operation
    ) => change.Record(Row(change.Next, operation));

    /// <summary>Puts work at the end of the queue.</summary>
    public static ServiceState Enqueue(this ServiceState service, ServiceOperation operation) =>
        service with
        {
            Open = service.Open.Add(operation),
            CheckAt = null,
        };

    public static ServiceState Replace(this ServiceState service, ServiceOperation operation) =>
        service with
        {
            Open = service.Open.Replace(service.Open.First(o => o.Id == operation.Id), operation),
        };

    /// <summary>Takes ended work off the queue; the next one starts at once, or the service is watched again.</summary>
    public static ServiceState Dequeue(
        this ServiceState service,
        OperationId id,
        DateTimeOffset now
    )
    {
        var open = service.Open.RemoveAll(o => o.Id == id);
        if (!open.IsEmpty && open[0].State == OperationState.Waiting)
            open = open.SetItem(0, open[0] with { NextAt = now });
        var watched = open.IsEmpty && service is { DeliveredAt: not null, EndedAt: null };
        return service with
        {
            Open = open,
            CheckAt = watched ? OperationTimes.NextCheck(service, now) : null,
        };
    }

    public static ServiceOperation New(
        string operationKey,
        OperationKind kind,
        OperationStep step,
        DateTimeOffset now
    ) =>
        new(
            NewId.Derived<OperationId>($"{operationKey}/{kind}"),
            kind,
            OperationState.Waiting,
            step,
            now,
            now,
            now + OperationTimes.Deadline(kind),
            now
        );

    private static OperationRow Row(ServiceState service, ServiceOperation operation) =>
        new(
            operation.Id,
            service.Order!.Id,
            service.Order.Owner,
            service.Order.Plan.Provider,
            operation.State,
            operation.StartedAt,
            operation.EndedAt,
            operation.Detail,
            operation.ToView(service.Order.Id)
        );
}
