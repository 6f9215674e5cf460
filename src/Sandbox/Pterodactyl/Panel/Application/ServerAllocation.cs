using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Pterodactyl.Validation;

namespace Elizon.Sandbox.Pterodactyl.Panel.Application;

/// <summary>Which allocation a new server gets, and losing it to another one at the last moment.</summary>
internal static class ServerAllocation
{
    private const string Taken = "The selected allocation.default is invalid.";

    /// <exception cref="PanelFailure">400 nothing fits; 422 the named one is taken; 500 the picked one was taken meanwhile.</exception>
    public static PanelAllocation Pick(PanelCall call, PanelContext panel)
    {
        var tables = panel.Tables;
        var deploys = PhpValue.IsTrue(InputPath.Get(call.Input, "deploy"));
        var picked = deploys
            ? Deploy(call, tables)
            : tables.Allocations.Find(call.Int("allocation.default"))!;
        if (picked.ServerId is null && panel.Faults.Take(PterodactylFault.AllocationRace) is null)
            return picked;
        if (picked.ServerId is null)
            GiveAway(tables, picked);
        throw deploys
            ? PanelFailures.Internal("QueryException")
            : PanelFailures.Invalid("allocation.default", "exists", Taken);
    }

    private static PanelAllocation Deploy(PanelCall call, PanelTables tables)
    {
        var nodes = Deployment.Nodes(
            tables,
            call.Ints("deploy.locations"),
            call.Long("limits.memory")!.Value,
            call.Long("limits.disk")!.Value
        );
        return Deployment.Allocation(
            tables,
            nodes,
            call.Texts("deploy.port_range"),
            call.Flag("deploy.dedicated_ip")
        );
    }

    // A change of its own: the failing creation around it is thrown away.
    private static void GiveAway(PanelTables tables, PanelAllocation allocation) =>
        tables.Change(changes =>
            changes.Put(tables.Allocations, allocation with { ServerId = PanelAllocation.Rival })
        );
}
