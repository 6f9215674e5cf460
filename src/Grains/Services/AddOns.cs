using System.Collections.Immutable;
using Elizon.Catalog;
using Elizon.Grains.Billing;
using Elizon.Grains.Mail;
using Elizon.Grains.Outbox;
using Elizon.Grains.Providers;
using Elizon.Grains.Storage;
using Elizon.Grains.Subscriptions;
using Elizon.Operations;
using Elizon.Services;

namespace Elizon.Grains.Services;

/// <summary>
/// Rules of what is added to a running service. Each add-on is a paid piece with a contract of its own: it is delivered or
/// refunded, and goes with its contract or with the service.
/// </summary>
internal static class AddOns
{
    /// <summary>Null when it was ordered before.</summary>
    public static Change<ServiceState>? Ordered(
        ServiceState service,
        ServiceOrder order,
        DateTimeOffset now
    )
    {
        if (service.AddOns?.ContainsKey(order.Id) == true)
            return null;
        if (service is not { DeliveredAt: not null, EndedAt: null })
            return ServiceChange
                .To(service)
                .Send(WorkReporting.Account(order), Undelivered(order, "The service has ended."));
        return Start(Put(service, new AddOn(order)), order.Id, OperationKind.AddOn, now);
    }

    /// <summary>Its contract has ended. Null when it is gone already.</summary>
    public static Change<ServiceState>? Ended(
        ServiceState service,
        ServiceId addOn,
        DateTimeOffset now
    ) =>
        service.AddOns?.GetValueOrDefault(addOn) is { Ending: false } known
        && service.EndedAt is null
            ? Start(
                Put(service, known with { Ending = true }),
                addOn,
                OperationKind.RemoveAddOn,
                now
            )
            : null;

    /// <summary>With the service everything goes that was added to it; what was not delivered yet is paid back.</summary>
    public static Change<ServiceState> Gone(
        this Change<ServiceState> change,
        ServiceState before,
        DateTimeOffset now
    ) =>
        (before.AddOns?.Values ?? [])
            .OrderBy(a => a.Order.Id.Value, StringComparer.Ordinal)
            .Aggregate(
                change,
                (c, addOn) =>
                    addOn.DeliveredAt is null
                        ? c.Send(
                            WorkReporting.Account(addOn.Order),
                            Undelivered(addOn.Order, "The service has ended.")
                        )
                        : c.Send(SubscriptionAddress.Of(addOn.Order.Id), new ServiceEnded(now))
            );

    /// <summary>MiB that the server shall have: its own, and what was added.</summary>
    public static int Disk(ServiceState service) =>
        service.Order!.Plan.Disk
        + (service.AddOns?.Values ?? [])
            .Where(a => a is { Ending: false, Order.AddOn.Kind: AddOnKind.Storage })
            .Sum(a => a.Order.AddOn!.Amount);

    /// <summary>How much of a kind was added and is there: MiB, or addresses.</summary>
    public static int Delivered(ServiceState service, AddOnKind kind) =>
        (service.AddOns?.Values ?? [])
            .Where(a => a.DeliveredAt is not null && a.Order.AddOn!.Kind == kind)
            .Sum(a => a.Order.AddOn!.Amount);

    /// <summary>What the provider is asked for.</summary>
    public static AddOnWork Work(ServiceState service, ServiceOperation operation)
    {
        var all = service.AddOns ?? ImmutableDictionary<ServiceId, AddOn>.Empty;
        return new AddOnWork(
            all.GetValueOrDefault(operation.AddOn!.Value)?.Port,
            [.. all.Values.Select(a => a.Port).OfType<string>()],
            Disk(service)
        );
    }

    public static WorkKind Kind(ServiceState service, ServiceOperation operation) =>
        service.AddOns?.GetValueOrDefault(operation.AddOn!.Value)?.Order.AddOn!.Kind
        == AddOnKind.Storage
            ? WorkKind.SetDisk
        : operation.Kind == OperationKind.AddOn ? WorkKind.AddPort
        : WorkKind.RemovePort;

    /// <summary>What a report means for the add-on; null: it is tried again.</summary>
    public static Change<ServiceState>? Take(
        ServiceState service,
        ServiceOperation current,
        WorkReport report,
        DateTimeOffset now
    )
    {
        if (service.AddOns?.GetValueOrDefault(current.AddOn!.Value) is not { } addOn)
            return WorkReporting.End(service, current with { State = OperationState.Done }, now);
        return (current.Kind, report.Outcome, report.For) switch
        {
            (OperationKind.AddOn, OutcomeKind.Done, _) => Delivered(
                service,
                current,
                addOn,
                report.Port,
                now
            ),
            (
                OperationKind.AddOn,
                OutcomeKind.Refused,
                RefusedFor.Capacity
                    or RefusedFor.Invalid
                    or RefusedFor.Missing
                    or RefusedFor.NotOurs
            ) => NotDelivered(service, current, addOn, report.Reason, now),
            (OperationKind.RemoveAddOn, OutcomeKind.Done, _)
            or (
                OperationKind.RemoveAddOn,
                OutcomeKind.Refused,
                RefusedFor.Missing
                    or RefusedFor.NotOurs
            ) => WorkReporting.End(Without(service, addOn), current.Done(), now),
            _ => null,
        };
    }

    private static Change<ServiceState> Delivered(
        ServiceState service,
        ServiceOperation current,
        AddOn addOn,
        ServiceAllocation? port,
        DateTimeOffset now
    )
    {
        var order = addOn.Order;
        var there = addOn with
        {
            DeliveredAt = now,
            Port = port?.Id,
            Address = port is null ? null : $"{port.Name ?? port.Ip}:{port.Port}",
        };
        return WorkReporting
            .End(Put(service, there), current.Done(), now)
            .TellDelivered(order, now)
            .Send(
                SendMail.Box(order.Owner),
                Mails.AddOnReady(
                    order.Owner,
                    service.Order!.Id,
                    service.Name,
                    order.ProductName,
                    there.Address ?? ""
                )
            );
    }

    private static Change<ServiceState> NotDelivered(
        ServiceState service,
        ServiceOperation current,
        AddOn addOn,
        string? reason,
        DateTimeOffset now
    ) =>
        WorkReporting
            .End(
                Without(service, addOn),
                current with
                {
                    State = OperationState.Refunded,
                    Error = "The provider could not add it.",
                    Detail = reason,
                },
                now
            )
            .Send(WorkReporting.Account(addOn.Order), Undelivered(addOn.Order, reason ?? ""));

    private static Change<ServiceState> Start(
        ServiceState service,
        ServiceId addOn,
        OperationKind kind,
        DateTimeOffset now
    )
    {
        var operation = ServiceChange.New(addOn.Value, kind, OperationStep.Call, now) with
        {
            AddOn = addOn,
        };
        return ServiceChange.To(service.Enqueue(operation)).With(operation);
    }

    private static ServiceState Put(ServiceState service, AddOn addOn) =>
        service with
        {
            AddOns = (service.AddOns ?? ImmutableDictionary<ServiceId, AddOn>.Empty).SetItem(
                addOn.Order.Id,
                addOn
            ),
        };

    private static ServiceState Without(ServiceState service, AddOn addOn) =>
        service with
        {
            AddOns = service.AddOns!.Remove(addOn.Order.Id) is { IsEmpty: false } left
                ? left
                : null,
        };

    private static ServiceUndelivered Undelivered(ServiceOrder order, string reason) =>
        new(order.Id, order.Invoice, order.Line, reason);
}
