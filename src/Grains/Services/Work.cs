using Elizon.Catalog;
using Elizon.Grains.Providers;
using Elizon.Operations;
using Elizon.Services;

namespace Elizon.Grains.Services;

/// <summary>What a worker shall do at the provider: one attempt of one step.</summary>
/// <param name="Shrinks">A new size has a smaller disk.</param>
[GenerateSerializer, Immutable, Alias("WorkOrder")]
internal sealed record WorkOrder(
    [property: Id(0)] ServiceId Service,
    [property: Id(1)] OperationId? Operation,
    [property: Id(2)] int Attempt,
    [property: Id(3)] WorkKind Kind,
    [property: Id(4)] ServerSpec Spec,
    [property: Id(5)] ServerReference? Server,
    [property: Id(6)] PowerSignal? Signal = null,
    [property: Id(7)] Dictionary<string, string>? Variables = null,
    [property: Id(8)] bool Shrinks = false,
    [property: Id(9)] AddOnWork? AddOn = null
);

/// <summary>What an add-on needs at the provider.</summary>
/// <param name="Port">The address to take away.</param>
/// <param name="Known">Addresses that are accounted for: another one is what a lost answer had added.</param>
/// <param name="Disk">MiB that the server shall have in all.</param>
[GenerateSerializer, Immutable, Alias("AddOnWork")]
internal sealed record AddOnWork(
    [property: Id(0)] string? Port,
    [property: Id(1)] string[] Known,
    [property: Id(2)] int Disk
);

/// <summary>The calls a worker knows.</summary>
[GenerateSerializer, Alias("WorkKind")]
internal enum WorkKind
{
    Create,
    Look,
    Reinstall,
    CleanUp,
    Power,
    Variables,
    Rename,
    Resize,
    Suspend,
    Unsuspend,
    Delete,

    /// <summary>Compare wanted and seen; belongs to no operation.</summary>
    Check,
    AddPort,
    RemovePort,
    SetDisk,
}

/// <summary>How the attempt ended.</summary>
/// <param name="Server">The server as seen, where the call shows it; null with Done after a look: there is none.</param>
[GenerateSerializer, Immutable, Alias("WorkReport")]
internal sealed record WorkReport(
    [property: Id(0)] OperationId? Operation,
    [property: Id(1)] int Attempt,
    [property: Id(2)] WorkKind Kind,
    [property: Id(3)] OutcomeKind Outcome,
    [property: Id(4)] RefusedFor For,
    [property: Id(5)] string? Reason,
    [property: Id(6)] ServerSeen? Server,
    [property: Id(7)] ServiceStatus? Power = null,
    [property: Id(8)] ServiceAllocation? Port = null
);

/// <summary>Does one attempt and reports it. Stateless; it lives on the silo of the service that started it.</summary>
[Alias("IServiceWorker")]
internal interface IServiceWorker : IGrainWithIntegerKey
{
    /// <summary>One-way: the service does not wait for the outside world.</summary>
    [Alias("Run"), Orleans.Concurrency.OneWay]
    Task Run(WorkOrder order);
}

/// <summary>What a worker tells its service.</summary>
[Alias("IServiceWorkGrain")]
internal interface IServiceWorkGrain : IGrainWithStringKey
{
    [Alias("Report")]
    Task Report(WorkReport report);
}
