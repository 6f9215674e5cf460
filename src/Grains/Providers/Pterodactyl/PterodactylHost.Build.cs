using System.Globalization;
using Elizon.Grains.Providers.Pterodactyl.Wire;
using Elizon.Services;

namespace Elizon.Grains.Providers.Pterodactyl;

/// <summary>
/// Ports and disk of a running server, through its build (pterodactyl sheet, 2.4). The panel takes a build as a whole, so what
/// does not change is sent as it was read; one server's work is a queue, so nobody changes it in between.
/// </summary>
internal sealed partial class PterodactylHost
{
    public async Task<Outcome<ServiceAllocation>> AddPort(ServiceId service, string[] known)
    {
        var failed = Outcome<ServiceAllocation>.Unknown("Not tried.");
        for (var pick = 0; pick < Picks; pick++)
        {
            var found = await FindServer(service);
            if (found is not { IsDone: true, Value: { } server })
                return Gone<ServiceAllocation>(found);
            if (Added(server, known) is { } there)
                return Outcome<ServiceAllocation>.Done(there.ToAllocation());
            var free = await FreePort(server);
            if (!free.IsDone)
                return free.As<ServiceAllocation>();
            // Somebody else may be given the same port: then it is not there afterwards, and another one is picked.
            var built = await Rebuild(server, new() { ["add_allocations"] = new[] { free.Value } });
            if (!built.IsSuccess && built.Sent && built.Status != 0)
                return built.Failed<ServiceAllocation>();
            failed = built.IsSuccess ? failed : built.Failed<ServiceAllocation>();
        }
        var last = await FindServer(service);
        return last is { IsDone: true, Value: { } own } && Added(own, known) is { } added
            ? Outcome<ServiceAllocation>.Done(added.ToAllocation())
            : failed;
    }

    public async Task<Outcome<Nothing>> RemovePort(ServiceId service, string port)
    {
        var found = await FindServer(service);
        if (found is not { IsDone: true, Value: { } server })
            return Gone<Nothing>(found);
        var id = long.Parse(port, CultureInfo.InvariantCulture);
        if (Ports(server).All(p => p.Id != id))
            return Outcome<Nothing>.Done(default);
        return id == server.Allocation
            ? Outcome<Nothing>.Refused(RefusedFor.NotOurs, "It is the server's first port.")
            : Done(await Rebuild(server, new() { ["remove_allocations"] = new[] { id } }));
    }

    public async Task<Outcome<Nothing>> SetDisk(ServiceId service, int disk)
    {
        var found = await FindServer(service);
        if (found is not { IsDone: true, Value: { } server })
            return Gone<Nothing>(found);
        return server.Limits?.Disk == disk
            ? Outcome<Nothing>.Done(default)
            : Done(await Rebuild(server, [], disk));
    }

    private static IEnumerable<PanelAllocation> Ports(PanelServer server) =>
        (server.Relationships?.Allocations?.Data ?? []).Select(a => a.Attributes);

    private static PanelAllocation? Added(PanelServer server, string[] known) =>
        Ports(server).FirstOrDefault(p => p.Id != server.Allocation && !known.Contains($"{p.Id}"));

    private static Outcome<T> Gone<T>(Outcome<PanelServer?> found) =>
        found.IsDone
            ? Outcome<T>.Refused(RefusedFor.Missing, "The server is gone.")
            : found.As<T>();

    /// <summary>A free port of the server's node, at its own address where there is one.</summary>
    private async Task<Outcome<long>> FreePort(PanelServer server)
    {
        var all = await Read<PanelList<PanelAllocation>, PanelAllocation[]>(
            api.Application(
                HttpMethod.Get,
                $"/nodes/{server.Node}/allocations?filter[server_id]=0&per_page=100"
            ),
            list => [.. list.Data.Select(a => a.Attributes)]
        );
        if (!all.IsDone)
            return all.As<long>();
        var first = Ports(server).FirstOrDefault(p => p.Id == server.Allocation);
        PanelAllocation[] free =
        [
            .. all.Value!.Where(a => !a.Assigned)
                .OrderBy(a => a.Ip == first?.Ip ? 0 : 1)
                .ThenBy(a => a.Port),
        ];
        return free.Length > 0
            ? Outcome<long>.Done(free[0].Id)
            : Outcome<long>.Refused(RefusedFor.Capacity, "The node has no free port.");
    }

    private async Task<PanelAnswer> Rebuild(
        PanelServer server,
        Dictionary<string, object?> change,
        long? disk = null
    )
    {
        var limits = server.Limits!;
        var body = new Dictionary<string, object?>(change)
        {
            ["allocation"] = server.Allocation,
            ["oom_disabled"] = limits.OomDisabled ?? false,
            ["limits"] = new
            {
                memory = limits.Memory,
                swap = limits.Swap,
                disk = disk ?? limits.Disk,
                io = limits.Io,
                cpu = limits.Cpu,
                threads = limits.Threads,
            },
            ["feature_limits"] = new
            {
                databases = server.Features?.Databases,
                allocations = server.Features?.Allocations,
                backups = server.Features?.Backups,
            },
        };
        return await api.Application(HttpMethod.Patch, $"/servers/{server.Id}/build", body);
    }
}
