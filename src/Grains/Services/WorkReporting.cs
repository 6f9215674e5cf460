using Elizon.Grains.Billing;
using Elizon.Grains.Mail;
using Elizon.Grains.Outbox;
using Elizon.Grains.Providers;
using Elizon.Grains.Storage;
using Elizon.Grains.Subscriptions;
using Elizon.Operations;
using Elizon.Services;

namespace Elizon.Grains.Services;

/// <summary>What a worker's report changes. Reports of another attempt or of ended work are stale and change nothing.</summary>
internal static class WorkReporting
{
    public static Change<ServiceState>? Take(
        ServiceState service,
        WorkReport report,
        DateTimeOffset now
    )
    {
        if (report.Kind == WorkKind.Check)
            return ServiceCheck.Take(service, report, now);
        if (
            service.Current is not { } current
            || current.Id != report.Operation
            || current.Attempts != report.Attempt
        )
            return null;
        current = current with { LeaseUntil = null, Silo = null, UpdatedAt = now };
        return current.Kind switch
        {
            OperationKind.Provision => Provision(service, current, report, now),
            OperationKind.Resize => Resizing.Take(service, current, report, now),
            OperationKind.AddOn or OperationKind.RemoveAddOn => AddOns.Take(
                service,
                current,
                report,
                now
            ) ?? Again(service, current, report, now),
            _ => Call(service, current, report, now),
        };
    }

    /// <summary>From here on nothing is set up any more: what is there goes, then the money goes back.</summary>
    public static ServiceOperation GiveUp(
        ServiceOperation current,
        string error,
        string? detail,
        DateTimeOffset now
    ) =>
        current with
        {
            Step = OperationStep.CleanUp,
            Failures = 0,
            Deadline = now + OperationTimes.Deadline(OperationKind.Delete),
            NextAt = now,
            UpdatedAt = now,
            Error = error,
            Detail = detail,
        };

    public static Change<ServiceState> Fail(
        ServiceState service,
        ServiceOperation current,
        string error,
        string? detail,
        DateTimeOffset now
    ) =>
        End(
            service,
            current with
            {
                State = OperationState.Failed,
                Error = error,
                Detail = detail,
            },
            now
        );

    private static Change<ServiceState> Provision(
        ServiceState service,
        ServiceOperation current,
        WorkReport report,
        DateTimeOffset now
    ) =>
        report switch
        {
            { Kind: WorkKind.CleanUp, Outcome: OutcomeKind.Done } => Undelivered(
                service,
                current,
                now
            ),
            { Kind: WorkKind.Reinstall, Outcome: OutcomeKind.Done } => Poll(
                service,
                current with
                {
                    MustReinstall = false,
                },
                now
            ),
            { Outcome: OutcomeKind.Done, Server: { } server } => Seen(
                service,
                current,
                server,
                now
            ),
            // Gone between create and look: made again, once more under the same tag.
            { Kind: WorkKind.Look, Outcome: OutcomeKind.Done } => Poll(
                service with
                {
                    Server = null,
                },
                current with
                {
                    Step = OperationStep.Create,
                },
                now
            ),
            {
                Kind: WorkKind.Create,
                Outcome: OutcomeKind.Refused,
                For: RefusedFor.Invalid or RefusedFor.NotOurs
            } => Continue(
                service,
                GiveUp(current, "The provider refused the server.", report.Reason, now)
            ),
            _ => Again(service, current, report, now),
        };

    private static Change<ServiceState> Seen(
        ServiceState service,
        ServiceOperation current,
        ServerSeen server,
        DateTimeOffset now
    )
    {
        var seen = service with { Server = server.Server, Ip = server.Ip, Port = server.Port };
        return server.Setup switch
        {
            SetupState.Ready => Delivered(seen, current, now),
            SetupState.Installing => Poll(seen, current with { Step = OperationStep.Install }, now),
            _ when !current.Reinstalled => Poll(
                seen,
                current with
                {
                    Step = OperationStep.Install,
                    Reinstalled = true,
                    MustReinstall = true,
                },
                now
            ),
            _ => Continue(
                seen,
                GiveUp(
                    current,
                    "The game could not be installed.",
                    "The installation failed twice.",
                    now
                )
            ),
        };
    }

    private static Change<ServiceState> Delivered(
        ServiceState service,
        ServiceOperation current,
        DateTimeOffset now
    )
    {
        var order = service.Order!;
        var delivered = service with
        {
            DeliveredAt = now,
            Power = ServiceStatus.Starting,
            SeenAt = now,
        };
        var change = End(delivered, current.Done(), now)
            .TellDelivered(order, now)
            .Send(
                SendMail.Box(order.Owner),
                Mails.ServerReady(
                    order.Owner,
                    order.Id,
                    service.Name,
                    order.ProductName,
                    ServiceViews.Address(service) ?? "",
                    order.Plan.LocationName
                )
            );
        return current.Reinstalled ? Started(change, now) : change;
    }

    /// <summary>A panel starts a server by itself after its first installation only.</summary>
    private static Change<ServiceState> Started(Change<ServiceState> change, DateTimeOffset now)
    {
        var start = ServiceChange.New(
            $"{change.Next.Order!.Id}/first-start",
            OperationKind.Power,
            OperationStep.Call,
            now
        ) with
        {
            Action = ServiceAction.Start,
        };
        var next = change.Next.Enqueue(start);
        return (change with { Next = next }).Record(next.ToRow()).With(start);
    }

    private static Change<ServiceState> Undelivered(
        ServiceState service,
        ServiceOperation current,
        DateTimeOffset now
    )
    {
        var order = service.Order!;
        var failed = service with
        {
            Failed = true,
            Server = null,
            Ip = null,
            Port = null,
            Suspended = null,
        };
        return End(failed, current with { State = OperationState.Refunded }, now)
            .Send(
                Account(order),
                new ServiceUndelivered(
                    order.Id,
                    order.Invoice,
                    order.Line,
                    current.Detail ?? current.Error ?? ""
                )
            );
    }

    private static Change<ServiceState> Call(
        ServiceState service,
        ServiceOperation current,
        WorkReport report,
        DateTimeOffset now
    ) =>
        (report.Outcome, report.For, current.Kind) switch
        {
            (OutcomeKind.Done, _, _) => End(Effect(service, current, now), current.Done(), now),
            (OutcomeKind.Refused, RefusedFor.Missing or RefusedFor.NotOurs, OperationKind.Delete) =>
                End(
                    Effect(service, current, now),
                    current with
                    {
                        State = OperationState.Done,
                        Detail = report.Reason,
                    },
                    now
                ),
            (OutcomeKind.Refused, RefusedFor.State, OperationKind.Power) => Fail(
                service,
                current,
                "The server does not take this action right now.",
                report.Reason,
                now
            ),
            (
                OutcomeKind.Refused,
                RefusedFor.Missing
                    or RefusedFor.NotOurs
                    or RefusedFor.Invalid,
                OperationKind.Power
                    or OperationKind.Variables
                    or OperationKind.Rename
            ) => Fail(service, current, "The provider refused it.", report.Reason, now),
            _ => Again(service, current, report, now),
        };

    private static ServiceState Effect(
        ServiceState service,
        ServiceOperation current,
        DateTimeOffset now
    ) =>
        current switch
        {
            { Kind: OperationKind.Delete } => service with
            {
                Server = null,
                Ip = null,
                Port = null,
            },
            { Kind: OperationKind.Power, Action: ServiceAction.Start }
                when service.Power == ServiceStatus.Stopped => service with
            {
                Power = ServiceStatus.Starting,
                SeenAt = now,
            },
            { Kind: OperationKind.Power, Action: ServiceAction.Stop }
                when service.Power != ServiceStatus.Stopped => service with
            {
                Power = ServiceStatus.Stopping,
                SeenAt = now,
            },
            _ => service,
        };

    /// <summary>Tried again later; staff sees it past its deadline.</summary>
    public static Change<ServiceState> Again(
        ServiceState service,
        ServiceOperation current,
        WorkReport report,
        DateTimeOffset now
    )
    {
        var failures = current.Failures + 1;
        var pause =
            current.State == OperationState.Stuck
                ? OperationTimes.StuckPause(current.Deadline, now)
                : OperationTimes.Pause(failures);
        return Continue(
            service,
            current with
            {
                Failures = failures,
                NextAt = now + pause,
                Error = "The provider did not answer as expected; it is tried again.",
                Detail = report.Reason,
            }
        );
    }

    private static Change<ServiceState> Poll(
        ServiceState service,
        ServiceOperation current,
        DateTimeOffset now
    ) =>
        Continue(
            service,
            current with
            {
                Failures = 0,
                NextAt = current.MustReinstall ? now : now + OperationTimes.InstallPoll,
            }
        );

    private static Change<ServiceState> Continue(ServiceState service, ServiceOperation current) =>
        ServiceChange.To(service.Replace(current)).With(current);

    /// <summary>The work is off the queue, in the state that it says.</summary>
    public static Change<ServiceState> End(
        ServiceState service,
        ServiceOperation current,
        DateTimeOffset now
    )
    {
        var ended = current with { EndedAt = now, UpdatedAt = now, LeaseUntil = null, Silo = null };
        return ServiceChange.To(service.Dequeue(current.Id, now)).With(ended);
    }

    /// <summary>Account and contract hear that what was paid is there.</summary>
    public static Change<ServiceState> TellDelivered(
        this Change<ServiceState> change,
        ServiceOrder order,
        DateTimeOffset now
    ) =>
        change
            .Send(Account(order), new ServiceDelivered(order.Id, order.Invoice, order.Line))
            .Send(SubscriptionAddress.Of(order.Id), new SubscriptionBegan(order, now));

    public static Address Account(ServiceOrder order) =>
        Address.Of(AccountId.Of(order.Owner.Value));
}
