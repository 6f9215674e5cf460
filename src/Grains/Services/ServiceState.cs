using System.Collections.Immutable;
using Elizon.Grains.Scheduling;
using Elizon.Grains.Storage;
using Elizon.Services;

namespace Elizon.Grains.Services;

/// <summary>A service: the order it came from, what is wanted, what was seen, the work that is open.</summary>
internal sealed record ServiceState : IDueState
{
    public ServiceOrder? Order { get; init; }

    public string Name { get; init; } = "";

    public string? Notes { get; init; }

    /// <summary>The server at the provider; null before it is known.</summary>
    public ServerReference? Server { get; init; }

    public string? Ip { get; init; }

    public int? Port { get; init; }

    /// <summary>Power state when last seen: Stopped, Starting, Running or Stopping.</summary>
    public ServiceStatus Power { get; init; } = ServiceStatus.Stopped;

    public DateTimeOffset? SeenAt { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>What the contract told; null until it did.</summary>
    public DateTimeOffset? PaidUntil { get; init; }

    /// <summary>Days of the contract's next periods; null until it told.</summary>
    public int? BillingCycle { get; init; }

    /// <summary>Of such a period before discounts; null until the contract told.</summary>
    public Money? Price { get; init; }

    /// <summary>The customer or the house ended it; the server goes with the operation Delete.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>It could not be set up and was refunded.</summary>
    public bool Failed { get; init; }

    public Suspension? Suspended { get; init; }

    /// <summary>What is wrong at the provider, for staff.</summary>
    public string? Fault { get; init; }

    public ImmutableDictionary<string, string> Variables { get; init; } =
        ImmutableDictionary<string, string>.Empty;

    /// <summary>What was added and has not gone yet; null without any.</summary>
    public ImmutableDictionary<ServiceId, AddOn>? AddOns { get; init; }

    public ImmutableList<ServiceGrant> Grants { get; init; } = [];

    /// <summary>Open work, the first is under way; and the last ended ones for staff, newest last.</summary>
    public ImmutableList<ServiceOperation> Open { get; init; } = [];

    /// <summary>When wanted and seen are compared next; null while there is nothing to compare.</summary>
    public DateTimeOffset? CheckAt { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public ServiceOperation? Current => Open.FirstOrDefault();

    [System.Text.Json.Serialization.JsonIgnore]
    public DateTimeOffset? DueAt => Current is { } current ? current.NextAt : CheckAt;

    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsRoutine => Current is null;

    [System.Text.Json.Serialization.JsonIgnore]
    public ServiceStatus Status =>
        this switch
        {
            { EndedAt: not null } => ServiceStatus.Deleted,
            { Failed: true } => ServiceStatus.Failed,
            { Suspended: not null, DeliveredAt: not null } => ServiceStatus.Suspended,
            { DeliveredAt: null, Server: null, Current: null or { Attempts: 0 } } =>
                ServiceStatus.Pending,
            { DeliveredAt: null } => ServiceStatus.Provisioning,
            _ => Power,
        };
}

/// <summary>Rights of one person on this service.</summary>
internal sealed record ServiceGrant(
    UserId User,
    Permission Permissions,
    DateTimeOffset At,
    string By
);

/// <summary>Something that was bought for the service.</summary>
/// <param name="Port">The provider's id of an added address, once it is there.</param>
internal sealed record AddOn(ServiceOrder Order)
{
    public DateTimeOffset? DeliveredAt { get; init; }

    public bool Ending { get; init; }

    public string? Port { get; init; }

    public string? Address { get; init; }
}
