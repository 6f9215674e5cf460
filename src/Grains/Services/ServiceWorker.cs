using Elizon.Grains.Catalog;
using Elizon.Grains.Providers;
using Elizon.Services;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Elizon.Grains.Services;

/// <summary>
/// Calls the provider outside every turn of the service. Dies with its silo; then the service sees the silo gone and starts
/// another attempt, which looks up first.
/// </summary>
[StatelessWorker]
internal sealed partial class ServiceWorker(ILogger<ServiceWorker> logger) : Grain, IServiceWorker
{
    private const long Mebibyte = 1024 * 1024;

    public async Task Run(WorkOrder order)
    {
        WorkReport report;
        try
        {
            report = await Do(order, GrainFactory.ServerLine(order.Spec.Plan.Provider));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogBroken(logger, order.Service, order.Kind, error);
            report = Of(order, Outcome<Nothing>.Unknown(error.GetType().Name));
        }
        await GrainFactory
            .GetGrain<IServiceWorkGrain>(GrainId.Create(ServiceId.Kind, order.Service.Value))
            .Report(report);
    }

    private static async Task<WorkReport> Do(WorkOrder order, IServerLine line) =>
        order.Kind switch
        {
            WorkKind.Create => Made(order, await line.Create(order.Spec)),
            WorkKind.Look => Seen(order, await line.Find(order.Service)),
            WorkKind.Reinstall => Of(order, await line.Reinstall(order.Service, order.Server!)),
            WorkKind.CleanUp => await CleanUp(order, line),
            WorkKind.Power => Of(order, await line.Power(order.Server!, order.Signal!.Value)),
            WorkKind.Variables => Of(
                order,
                await line.SetVariables(order.Server!, order.Variables!)
            ),
            WorkKind.Rename => Of(
                order,
                await line.Rename(order.Service, order.Server!, order.Spec.Name)
            ),
            WorkKind.Resize => Of(order, await Resize(order, line)),
            WorkKind.Suspend => Of(order, await line.Suspend(order.Service, order.Server!)),
            WorkKind.Unsuspend => Of(order, await line.Unsuspend(order.Service, order.Server!)),
            WorkKind.Delete => Of(order, await line.Delete(order.Service, order.Server)),
            WorkKind.Check => await Check(order, line),
            WorkKind.AddPort => Added(order, await line.AddPort(order.Service, order.AddOn!.Known)),
            // What was never there needs no taking away.
            WorkKind.RemovePort => Of(
                order,
                order.AddOn!.Port is { } port
                    ? await line.RemovePort(order.Service, port)
                    : Outcome<Nothing>.Done(default)
            ),
            WorkKind.SetDisk => Of(order, await line.SetDisk(order.Service, order.AddOn!.Disk)),
            _ => throw new ArgumentOutOfRangeException(nameof(order)),
        };

    /// <summary>Done only when nothing with our tag is there any more: a lost answer to the create may still come true.</summary>
    private static async Task<WorkReport> CleanUp(WorkOrder order, IServerLine line)
    {
        var deleted = await line.Delete(order.Service, order.Server);
        if (!deleted.IsDone)
            return Of(order, deleted);
        var left = await line.Find(order.Service);
        return left is { IsDone: true, Value: not null }
            ? Of(order, Outcome<Nothing>.Unknown("The server is still there."))
            : Of(order, left);
    }

    /// <summary>
    /// A disk that holds more than it shall have stays as it is: the server would not start any more. How full it is must be
    /// known for certain.
    /// </summary>
    private static async Task<Outcome<Nothing>> Resize(WorkOrder order, IServerLine line)
    {
        var limits = order.Spec.Plan.Limits();
        if (order.Shrinks)
        {
            var usage = await line.Usage(order.Server!);
            if (!usage.IsDone)
                return usage.As<Nothing>();
            if (usage.Value!.Usage.Disk > limits.Disk * Mebibyte)
                return Outcome<Nothing>.Refused(
                    RefusedFor.Capacity,
                    "The disk holds more than its new size."
                );
        }
        return await line.Resize(order.Service, order.Server!, limits);
    }

    private static async Task<WorkReport> Check(WorkOrder order, IServerLine line)
    {
        var seen = await line.Find(order.Service);
        if (
            seen
            is not { IsDone: true, Value: { Suspended: false, Setup: SetupState.Ready } server }
        )
            return Seen(order, seen);
        var usage = await line.Usage(server.Server);
        return Seen(order, seen) with { Power = usage.IsDone ? usage.Value!.Status : null };
    }

    private static WorkReport Seen(WorkOrder order, Outcome<ServerSeen?> seen) =>
        Of(order, seen) with
        {
            Server = seen.Value,
        };

    private static WorkReport Added(WorkOrder order, Outcome<ServiceAllocation> added) =>
        Of(order, added) with
        {
            Port = added.Value,
        };

    private static WorkReport Made(WorkOrder order, Outcome<ServerSeen> made) =>
        Of(order, made) with
        {
            Server = made.Value,
        };

    private static WorkReport Of<T>(WorkOrder order, Outcome<T> outcome) =>
        new(
            order.Operation,
            order.Attempt,
            order.Kind,
            outcome.Kind,
            outcome.For,
            outcome.Reason,
            null
        );

    [LoggerMessage(Level = LogLevel.Warning, Message = "Work {Kind} for service {Service} broke")]
    private static partial void LogBroken(
        ILogger logger,
        ServiceId service,
        WorkKind kind,
        Exception error
    );
}
