using Elizon.Grains.Audit;
using Elizon.Grains.Storage;
using Elizon.Operations;
using Elizon.Permissions;
using Elizon.Services;

namespace Elizon.Grains.Services;

/// <summary>What only the house does; every deed is audited with its reason.</summary>
internal static class ServiceSupervising
{
    private const int MostGrants = 100;

    public static Change<ServiceState> Suspend(
        ServiceState service,
        Suspension suspension,
        Caller by,
        DateTimeOffset now
    )
    {
        var order = Living(service, by);
        if (service.Suspended == suspension)
            return new Change<ServiceState>(service);
        var next = service with { Suspended = suspension };
        return Owe(next, OperationKind.Suspend, by, now)
            .Record(AuditRow.Of(by, "service.suspended", order.Id, order.Owner));
    }

    public static Change<ServiceState> Unsuspend(
        ServiceState service,
        Caller by,
        DateTimeOffset now
    )
    {
        var order = Living(service, by);
        if (service.Suspended is null)
            return new Change<ServiceState>(service);
        return Owe(service with { Suspended = null }, OperationKind.Unsuspend, by, now)
            .Record(AuditRow.Of(by, "service.unsuspended", order.Id, order.Owner));
    }

    /// <summary>The current work gets a new deadline and is tried now.</summary>
    public static Change<ServiceState> Retry(ServiceState service, Caller by, DateTimeOffset now)
    {
        var order = ServiceAccess.Admit(service, by, Permission.None);
        if (service.Current is not { } current)
            throw ServiceRefusals.NothingToRetry();
        var again = current with
        {
            State = OperationState.Running,
            Failures = 0,
            NextAt = now,
            LeaseUntil = null,
            Deadline = now + OperationTimes.Deadline(current.Kind),
            UpdatedAt = now,
        };
        return ServiceChange
            .To(service.Replace(again))
            .With(again)
            .Record(AuditRow.Of(by, "operation.retried", current.Id, order.Owner));
    }

    public static Change<ServiceState> Grant(
        ServiceState service,
        UserId user,
        Permission permissions,
        Caller by,
        DateTimeOffset now
    )
    {
        var order = ServiceAccess.Admit(service, by, Permission.ManagePermissions);
        if (permissions == Permission.None)
            throw GrantRefusals.NoRights();
        if (user == order.Owner)
            throw GrantRefusals.Owner();
        var others = service.Grants.RemoveAll(g => g.User == user);
        if (others.Count >= MostGrants)
            throw GrantRefusals.TooMany();
        var grant = new ServiceGrant(user, permissions, now, by.By);
        return new Change<ServiceState>(service with { Grants = others.Add(grant) })
            .Record(
                new ServiceGrantRow(
                    order.Id,
                    user,
                    [.. permissions.ToString().Split(", ")],
                    now,
                    by.By
                )
            )
            .Record(
                AuditRow.Of(
                    by,
                    "grant.given",
                    order.Id,
                    order.Owner,
                    new() { ["user"] = user.Value, ["permissions"] = permissions.ToString() }
                )
            );
    }

    public static Change<ServiceState> Revoke(ServiceState service, UserId user, Caller by)
    {
        var order = ServiceAccess.Admit(service, by, Permission.ManagePermissions);
        var grant = service.Grants.Find(g => g.User == user) ?? throw GrantRefusals.NotFound();
        return new Change<ServiceState>(service with { Grants = service.Grants.Remove(grant) })
            .Erase(new ServiceGrantRow(order.Id, user, [], grant.At, grant.By))
            .Record(
                AuditRow.Of(
                    by,
                    "grant.revoked",
                    order.Id,
                    order.Owner,
                    new() { ["user"] = user.Value }
                )
            );
    }

    private static ServiceOrder Living(ServiceState service, Caller by)
    {
        var order = ServiceAccess.Admit(service, by, Permission.None);
        if (service.EndedAt is not null)
            throw ServiceRefusals.Deleted();
        return service.Failed ? throw ServiceRefusals.Failed() : order;
    }

    /// <summary>The latest wish counts: an opposite that still waits is off.</summary>
    private static Change<ServiceState> Owe(
        ServiceState service,
        OperationKind kind,
        Caller by,
        DateTimeOffset now
    )
    {
        var opposite =
            kind == OperationKind.Suspend ? OperationKind.Unsuspend : OperationKind.Suspend;
        var waiting = service.Open.Where(o => o.Kind == opposite && o.LeaseUntil is null).ToList();
        var operation = ServiceChange.New(
            $"{by.Operation?.Key ?? by.By}/{now.UtcTicks}",
            kind,
            OperationStep.Call,
            now
        );
        var next = (service with { Open = service.Open.RemoveAll(waiting.Contains) }).Enqueue(
            operation
        );
        var change = ServiceChange.To(next).With(operation);
        return waiting.Aggregate(
            change,
            (c, o) =>
                c.With(o with { State = OperationState.Canceled, EndedAt = now, UpdatedAt = now })
        );
    }
}
