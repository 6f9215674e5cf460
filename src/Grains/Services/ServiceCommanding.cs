using System.Collections.Immutable;
using Elizon.Grains.Audit;
using Elizon.Grains.Storage;
using Elizon.Grains.Subscriptions;
using Elizon.Operations;
using Elizon.Services;

namespace Elizon.Grains.Services;

/// <summary>Commands of customers and staff, as pure rules.</summary>
internal static class ServiceCommanding
{
    private const int MostWaiting = 5;

    public static Change<ServiceState> Update(
        ServiceState service,
        ServiceUpdate update,
        Caller by,
        DateTimeOffset now
    )
    {
        ServiceAccess.Admit(service, by, Permission.Settings);
        if (service.EndedAt is not null)
            throw ServiceRefusals.Deleted();
        var name = update.Name?.Trim();
        if (
            name is { Length: 0 or > 60 }
            || name?.Any(char.IsControl) == true
            || update.Notes?.Length > 2_000
        )
            throw CommonRefusals.Invalid("'name' has 1 to 60 characters and 'notes' at most 2000.");
        var next = service with
        {
            Name = name ?? service.Name,
            Notes =
                update.Notes is null ? service.Notes
                : update.Notes.Length == 0 ? null
                : update.Notes,
        };
        if (next.Name == service.Name || service.Server is null)
            return ServiceChange.To(next);
        var rename = ServiceChange.New(Key(by, now), OperationKind.Rename, OperationStep.Call, now);
        return ServiceChange.To(next.Enqueue(rename)).With(rename);
    }

    /// <summary>A newer action takes the place of one that is still under way.</summary>
    public static (Change<ServiceState> Change, ServiceOperation Operation) Act(
        ServiceState service,
        ServiceAction action,
        Caller by,
        DateTimeOffset now
    )
    {
        ServiceAccess.AdmitAlive(service, by, ServiceActions.Needs(action));
        if (
            action is ServiceAction.Suspend or ServiceAction.Resume or ServiceAction.Reset
            && service.Order!.Plan.ProviderKind == "pterodactyl"
        )
            throw ServiceRefusals.Unsupported(action.ToString().ToLowerInvariant());
        if (service.Open.Count(o => o.Kind != OperationKind.Power) >= MostWaiting)
            throw ServiceRefusals.Busy();
        var replaced = service.Open.Where(o => o.Kind == OperationKind.Power).ToList();
        var power = ServiceChange.New(
            Key(by, now),
            OperationKind.Power,
            OperationStep.Call,
            now
        ) with
        {
            Action = action,
        };
        var next = service with { Open = service.Open.RemoveAll(replaced.Contains) };
        var change = ServiceChange.To(next.Enqueue(power)).With(power);
        foreach (var old in replaced.Where(o => o.Id != power.Id))
            change = change.With(
                old with
                {
                    State = OperationState.Canceled,
                    EndedAt = now,
                    UpdatedAt = now,
                }
            );
        return (change, power);
    }

    /// <summary>Everything that waits is off; the server goes, and that is tried until it is done.</summary>
    public static Change<ServiceState> Cancel(ServiceState service, Caller by, DateTimeOffset now)
    {
        ServiceAccess.Admit(service, by, Permission.Delete);
        if (service.EndedAt is not null)
            throw ServiceRefusals.Deleted();
        if (service.Failed)
            throw ServiceRefusals.Failed();
        if (service.DeliveredAt is null)
            throw ServiceRefusals.Provisioning();
        var delete = ServiceChange.New(
            service.Order!.Id.Value,
            OperationKind.Delete,
            OperationStep.Call,
            now
        );
        var next = (
            service with
            {
                EndedAt = now,
                Open = [],
                CheckAt = null,
                AddOns = null,
            }
        ).Enqueue(delete);
        var change = ServiceChange
            .To(next)
            .With(delete)
            .Record(AuditRow.Of(by, "service.cancelled", service.Order.Id, service.Order.Owner))
            .Send(SubscriptionAddress.Of(service.Order.Id), new ServiceEnded(now))
            .Gone(service, now);
        return service.Open.Aggregate(
            change,
            (c, o) =>
                c.With(o with { State = OperationState.Canceled, EndedAt = now, UpdatedAt = now })
        );
    }

    /// <summary>The variables were checked by the egg's rules before. Null when nothing changes.</summary>
    public static (Change<ServiceState> Change, ServiceOperation Operation)? SetVariables(
        ServiceState service,
        Dictionary<string, string> variables,
        Caller by,
        DateTimeOffset now
    )
    {
        var changed = variables
            .Where(v => service.Variables.GetValueOrDefault(v.Key) != v.Value)
            .ToImmutableDictionary();
        if (changed.IsEmpty)
            return null;
        if (service.Open.Count >= MostWaiting)
            throw ServiceRefusals.Busy();
        var operation = ServiceChange.New(
            Key(by, now),
            OperationKind.Variables,
            OperationStep.Call,
            now
        ) with
        {
            Variables = changed,
        };
        var next = (service with { Variables = service.Variables.SetItems(changed) }).Enqueue(
            operation
        );
        return (ServiceChange.To(next).With(operation), operation);
    }

    /// <summary>Operations of one command have one id, whoever repeats it.</summary>
    private static string Key(Caller by, DateTimeOffset now) =>
        by.Operation?.Key ?? $"{by.By}/{now.UtcTicks}";
}
