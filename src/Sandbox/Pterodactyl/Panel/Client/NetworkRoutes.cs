using System.Security.Cryptography;
using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel.Client;

/// <summary>A server's addresses and ports.</summary>
internal static class NetworkRoutes
{
    public static PanelAnswer List(PanelCall call, PanelContext panel) =>
        call.List(panel, ClientShapes.Allocation, panel.Tables.AllocationsOf(call.Server));

    public static PanelAnswer Create(PanelCall call, PanelContext panel)
    {
        var added = panel.Tables.Change(changes =>
        {
            if (
                panel.Tables.AllocationsOf(call.Server).Count()
                >= (call.Server.AllocationLimit ?? 0)
            )
                throw PanelFailures.Display(
                    "Cannot assign additional allocations to this server: limit has been reached."
                );
            var ip = panel.Tables.AllocationOf(call.Server).Ip;
            var free = panel
                .Tables.Allocations.All.Where(row =>
                    row.NodeId == call.Server.NodeId && row.Ip == ip && row.ServerId is null
                )
                .ToList();
            if (free.Count == 0)
                throw PanelFailures.Display(
                    "Cannot assign additional allocation: no more space available on node.",
                    "NoAutoAllocationSpaceAvailableException"
                );
            var row = free[RandomNumberGenerator.GetInt32(free.Count)] with
            {
                ServerId = call.Server.Id,
            };
            changes.Put(panel.Tables.Allocations, row);
            return row;
        });
        return call.Item(panel, ClientShapes.Allocation, added);
    }

    public static PanelAnswer Update(PanelCall call, PanelContext panel)
    {
        PanelCall.Check(call.Validator().Field("notes", "nullable|string|max:256|present"));
        var changed = panel.Tables.Change(changes =>
        {
            var row = Find(call, panel) with { Notes = call.Text("notes") };
            changes.Put(panel.Tables.Allocations, row);
            return row;
        });
        return call.Item(panel, ClientShapes.Allocation, changed);
    }

    public static PanelAnswer MakePrimary(PanelCall call, PanelContext panel)
    {
        var allocation = Find(call, panel);
        panel.Tables.ChangeServer(call.Server.Id, row => row with { AllocationId = allocation.Id });
        return call.Item(panel, ClientShapes.Allocation, allocation);
    }

    public static PanelAnswer Delete(PanelCall call, PanelContext panel)
    {
        panel.Tables.Change(changes =>
        {
            var allocation = Find(call, panel);
            if (call.Server.AllocationLimit is null or 0)
                throw PanelFailures.Display(
                    "You cannot delete allocations for this server: no allocation limit is set."
                );
            if (allocation.Id == call.Server.AllocationId)
                throw PanelFailures.Display(
                    "You cannot delete the primary allocation for this server."
                );
            changes.Put(
                panel.Tables.Allocations,
                allocation with
                {
                    Notes = null,
                    ServerId = null,
                }
            );
        });
        return PanelAnswer.NoContent;
    }

    private static PanelAllocation Find(PanelCall call, PanelContext panel)
    {
        var allocation =
            panel.Tables.Allocations.Find(call.RouteId("allocation"))
            ?? throw PanelFailures.NotFound();
        return allocation.ServerId == call.Server.Id
            ? allocation
            : throw PanelFailures.NotOfThisServer();
    }
}
