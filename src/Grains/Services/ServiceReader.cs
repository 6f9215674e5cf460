using Elizon.Grains.Providers;
using Elizon.Grains.Storage;
using Elizon.Providers;
using Elizon.Services;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Services;

/// <summary>Lists from the record tables; readings from the provider's line, never for longer than a moment.</summary>
[StatelessWorker]
internal sealed class ServiceReader(NpgsqlDataSource database, TimeProvider clock)
    : Grain,
        IServiceReader
{
    private const int MostStatuses = 100;

    /// <summary>A hanging panel delays an answer by no more than this.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<PageOf<ServiceSummary>> List(
        ServiceFilter filter,
        PageRequest page,
        Caller by
    )
    {
        var (rows, total) = await ServiceQueries.Page(
            database,
            filter with
            {
                Owner = by.User,
            },
            page
        );
        return new PageOf<ServiceSummary>(
            [.. rows.Select(r => r.Service)],
            Pagination.Of(page, total)
        );
    }

    public async Task<PageOf<StaffServiceSummary>> ListAll(
        ServiceFilter filter,
        PageRequest page,
        Caller by
    )
    {
        var (rows, total) = await ServiceQueries.Page(database, filter, page);
        return new PageOf<StaffServiceSummary>([.. rows], Pagination.Of(page, total));
    }

    public async Task<ServiceStatusView> Status(ServiceId id, Caller by) =>
        await Read(await GrainFactory.ServiceInside(id).Inside(by, Permission.View));

    public async Task<ServiceStatusView[]> Statuses(ServiceId[] ids, Caller by)
    {
        if (ids.Length > MostStatuses)
            throw CommonRefusals.Invalid($"At most {MostStatuses} services at once.");
        var readings = await Task.WhenAll(ids.Distinct().Select(id => TryRead(id, by)));
        return [.. readings.OfType<ServiceStatusView>()];
    }

    public async Task<ServiceAllocation[]> Allocations(ServiceId id, Caller by)
    {
        var service = await GrainFactory.ServiceInside(id).Inside(by, Permission.View);
        if (
            service.Server is { } server
            && await Within(GrainFactory.ServerLine(service.Provider).Allocations(server))
                is { IsDone: true, Value: { } ports }
        )
            return ports;
        return service.View is { Ip: { } ip, Port: { } port }
            ? [new ServiceAllocation($"{ip}:{port}", ip, null, port, null, true)]
            : [];
    }

    public async Task<StartupVariable[]> Variables(ServiceId id, Caller by)
    {
        var service = await GrainFactory.ServiceInside(id).Inside(by, Permission.View);
        return service.Egg is { } egg
            ? StartupVariables.Of(
                await GrainFactory.Eggs(service.Provider).All(),
                egg,
                service.Variables
            )
            : [];
    }

    public async Task<ServiceView> OfPaidLine(PaidLine line, Caller by)
    {
        if (await ServiceQueries.OfPaidLine(database, line, by.User) is not { } id)
            throw ServiceRefusals.NotPaid();
        return await GrainFactory.Service(id).Show(by);
    }

    private async Task<ServiceStatusView?> TryRead(ServiceId id, Caller by)
    {
        try
        {
            return await Read(await GrainFactory.ServiceInside(id).Inside(by, Permission.View));
        }
        catch (Refusal refusal) when (refusal.Kind is RefusalKind.NotFound or RefusalKind.Forbidden)
        {
            return null;
        }
    }

    private async Task<ServiceStatusView> Read(ServiceInside service)
    {
        var view = service.View;
        if (
            service.Server is not { } server
            || view.Status
                is ServiceStatus.Suspended
                    or ServiceStatus.Deleted
                    or ServiceStatus.Failed
        )
            return new ServiceStatusView(
                view.Id,
                view.Status,
                view.SeenAt,
                Live: view.Status != ServiceStatus.Provisioning,
                null
            );
        if (
            await Within(GrainFactory.ServerLine(service.Provider).Usage(server))
            is not { IsDone: true, Value: { } usage }
        )
            return new ServiceStatusView(view.Id, view.Status, view.SeenAt, Live: false, null);
        // What the console saw within the panel's cache time is newer than what the panel says.
        var fresher = view.SeenAt > clock.GetUtcNow() - TimeSpan.FromSeconds(20);
        return new ServiceStatusView(
            view.Id,
            fresher ? view.Status : usage.Status,
            fresher ? view.SeenAt : clock.GetUtcNow(),
            Live: true,
            usage.Usage
        );
    }

    private static async Task<Outcome<T>?> Within<T>(Task<Outcome<T>> call)
    {
        try
        {
            return await call.WaitAsync(Patience);
        }
        catch (Exception error)
            when (error is TimeoutException or Orleans.Runtime.OrleansException or GrainFault)
        {
            return null;
        }
    }
}
