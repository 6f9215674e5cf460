namespace Elizon.Services;

/// <summary>A service as its customer sees it.</summary>
/// <param name="Address">"ip:port" or "name:port"; null until the provider gave one.</param>
/// <param name="Provider">"pterodactyl" or "proxmox".</param>
/// <param name="Price">Of one cycle before discounts, VAT included as in the catalogue; until it is delivered, what the order paid.</param>
/// <param name="NextRenewal">Until when it is paid, UTC; null before delivery and after the end.</param>
/// <param name="Capabilities">What the product can do: actions and features by their words.</param>
/// <param name="OperationId">The work under way, if any.</param>
/// <param name="SeenAt">When the provider was last looked at for the status; null when never.</param>
/// <param name="SuspendedFor">"payment" or "staff" while suspended.</param>
/// <param name="Permissions">What the one who asks may do with it.</param>
[GenerateSerializer, Immutable, Alias("ServiceView")]
public sealed record ServiceView(
    [property: Id(0)] ServiceId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string? Notes,
    [property: Id(3)] ServiceStatus Status,
    [property: Id(4)] string? Address,
    [property: Id(5)] string? Ip,
    [property: Id(6)] int? Port,
    [property: Id(7)] ServiceLocation Location,
    [property: Id(8)] ServiceProduct Product,
    [property: Id(9)] string Provider,
    [property: Id(10)] ServiceGame? Game,
    [property: Id(11)] ServiceLimits Limits,
    [property: Id(12)] int BillingCycle,
    [property: Id(13)] Money Price,
    [property: Id(14)] DateTimeOffset CreatedAt,
    [property: Id(15)] DateTimeOffset? DeliveredAt,
    [property: Id(16)] DateTimeOffset? NextRenewal,
    [property: Id(17)] string[] Capabilities,
    [property: Id(18)] OperationId? OperationId,
    [property: Id(19)] DateTimeOffset? SeenAt,
    [property: Id(20)] string? SuspendedFor,
    [property: Id(21)] Permission Permissions
);

[GenerateSerializer, Immutable, Alias("ServiceLocation")]
public sealed record ServiceLocation(
    [property: Id(0)] LocationId Id,
    [property: Id(1)] string Name
);

[GenerateSerializer, Immutable, Alias("ServiceProduct")]
public sealed record ServiceProduct([property: Id(0)] ProductId Id, [property: Id(1)] string Name);

/// <param name="Id">The egg's key, such as "paper".</param>
/// <param name="Version">What the version variable says, such as "1.21.4" or "latest"; null when the egg has none.</param>
[GenerateSerializer, Immutable, Alias("ServiceGame")]
public sealed record ServiceGame(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string? Version
);

/// <param name="Memory">MiB.</param>
/// <param name="Disk">MiB.</param>
/// <param name="Cpu">Percent of one core; 200 are two.</param>
[GenerateSerializer, Immutable, Alias("ServiceLimits")]
public sealed record ServiceLimits(
    [property: Id(0)] int Memory,
    [property: Id(1)] int Disk,
    [property: Id(2)] int Cpu,
    [property: Id(3)] int Databases,
    [property: Id(4)] int Allocations,
    [property: Id(5)] int Backups
);

/// <summary>One line of the list of services.</summary>
[GenerateSerializer, Immutable, Alias("ServiceSummary")]
public sealed record ServiceSummary(
    [property: Id(0)] ServiceId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] ServiceStatus Status,
    [property: Id(3)] string? Address,
    [property: Id(4)] ServiceLocation Location,
    [property: Id(5)] ServiceProduct Product,
    [property: Id(6)] string Provider,
    [property: Id(7)] ServiceGame? Game,
    [property: Id(8)] ServiceLimits Limits,
    [property: Id(9)] int BillingCycle,
    [property: Id(10)] Money Price,
    [property: Id(11)] DateTimeOffset CreatedAt,
    [property: Id(12)] DateTimeOffset? NextRenewal,
    [property: Id(13)] OperationId? OperationId,
    [property: Id(14)] DateTimeOffset? SeenAt
);
