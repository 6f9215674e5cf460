using Elizon.Catalog;
using Elizon.Permissions;
using Elizon.Services;

namespace Elizon.Grains.Services;

/// <summary>The service in the shapes others see.</summary>
internal static class ServiceViews
{
    private static readonly string[] GameServer =
    [
        "start",
        "stop",
        "restart",
        "kill",
        "console",
        "startup-variables",
        "allocations",
        "upgrade",
    ];

    public static ServiceView ToView(this ServiceState service, Caller by)
    {
        var (order, plan) = (service.Order!, service.Order!.Plan);
        return new ServiceView(
            order.Id,
            service.Name,
            service.Notes,
            service.Status,
            Address(service),
            service.Ip,
            service.Port,
            new ServiceLocation(plan.Location, plan.LocationName),
            new ServiceProduct(order.Product, order.ProductName),
            plan.ProviderKind,
            Game(service),
            Limits(service),
            service.BillingCycle ?? order.BillingCycle,
            service.Price ?? order.Price,
            order.OrderedAt,
            service.DeliveredAt,
            NextRenewal(service),
            GameServer,
            service.Current?.Id,
            service.SeenAt,
            service.Suspended?.ToString().ToLowerInvariant(),
            ServiceAccess.Of(service, by)
        );
    }

    public static ServiceSummary ToSummary(this ServiceState service)
    {
        var (order, plan) = (service.Order!, service.Order!.Plan);
        return new ServiceSummary(
            order.Id,
            service.Name,
            service.Status,
            Address(service),
            new ServiceLocation(plan.Location, plan.LocationName),
            new ServiceProduct(order.Product, order.ProductName),
            plan.ProviderKind,
            Game(service),
            Limits(service),
            service.BillingCycle ?? order.BillingCycle,
            service.Price ?? order.Price,
            order.OrderedAt,
            NextRenewal(service),
            service.Current?.Id,
            service.SeenAt
        );
    }

    /// <summary>What it has now: its plan, and what was added to it.</summary>
    private static ServiceLimits Limits(ServiceState service)
    {
        var plan = service.Order!.Plan;
        return new(
            plan.Memory,
            plan.Disk + AddOns.Delivered(service, AddOnKind.Storage),
            plan.Cpu,
            plan.Databases,
            plan.Allocations + AddOns.Delivered(service, AddOnKind.Address),
            plan.Backups
        );
    }

    public static GrantView ToView(this ServiceGrant grant) =>
        new(grant.User, grant.Permissions, grant.At, grant.By);

    public static ServiceRow ToRow(this ServiceState service) =>
        new(
            service.Order!.Id,
            service.Order.Owner,
            service.Name,
            service.Status,
            service.Order.Product.Value,
            service.Order.Plan.Provider,
            service.Order.Invoice,
            service.Order.Order,
            service.Order.Line,
            service.Fault,
            service.Order.OrderedAt,
            service.ToSummary()
        );

    public static string? Address(ServiceState service) =>
        service is { Ip: { } ip, Port: { } port } ? $"{ip}:{port}" : null;

    private static DateTimeOffset? NextRenewal(ServiceState service) =>
        service.EndedAt is not null
            ? null
            : service.PaidUntil ?? service.DeliveredAt?.AddDays(service.Order!.BillingCycle);

    /// <summary>Eggs name the variable of the version each in their own way; it ends in VERSION in all of them.</summary>
    private static ServiceGame? Game(ServiceState service) =>
        service.Order!.Plan is { Egg: { } egg } plan
            ? new ServiceGame(
                egg,
                plan.EggName ?? egg,
                service
                    .Variables.Where(v => v.Key.EndsWith("VERSION", StringComparison.Ordinal))
                    .OrderBy(v => v.Key.Length)
                    .Select(v => v.Value)
                    .FirstOrDefault(v => v.Length > 0)
            )
            : null;
}
