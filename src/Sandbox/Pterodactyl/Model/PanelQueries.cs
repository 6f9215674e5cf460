namespace Elizon.Sandbox.Pterodactyl.Model;

/// <summary>The look-ups that several routes share.</summary>
internal static class PanelQueries
{
    /// <summary>By the 8 characters of its identifier or by the full uuid; any other length finds nothing.</summary>
    public static PanelServer? ServerBy(this PanelTables tables, string key) =>
        tables.Servers.All.FirstOrDefault(server =>
            (key.Length == 8 ? server.Identifier : server.Uuid) == key
        );

    public static IEnumerable<PanelAllocation> AllocationsOf(
        this PanelTables tables,
        PanelServer server
    ) => tables.Allocations.All.Where(allocation => allocation.ServerId == server.Id);

    public static IEnumerable<PanelBackup> BackupsOf(this PanelTables tables, PanelServer server) =>
        tables.Backups.All.Where(backup =>
            backup.ServerId == server.Id && backup.DeletedAt is null
        );

    public static IEnumerable<PanelSubuser> SubusersOf(
        this PanelTables tables,
        PanelServer server
    ) => tables.Subusers.All.Where(subuser => subuser.ServerId == server.Id);

    public static PanelEgg EggOf(this PanelTables tables, PanelServer server) =>
        tables.Eggs.Find(server.EggId)
        ?? throw new InvalidOperationException("A server's egg cannot be deleted.");

    public static PanelNode NodeOf(this PanelTables tables, PanelServer server) =>
        tables.Nodes.Find(server.NodeId)
        ?? throw new InvalidOperationException("A server's node cannot be deleted.");

    public static PanelAllocation AllocationOf(this PanelTables tables, PanelServer server) =>
        tables.Allocations.Find(server.AllocationId)
        ?? throw new InvalidOperationException("A server's default allocation cannot be deleted.");

    public static PanelLocation LocationOf(this PanelTables tables, PanelNode node) =>
        tables.Locations.Find(node.LocationId)
        ?? throw new InvalidOperationException("A node's location cannot be deleted.");
}
