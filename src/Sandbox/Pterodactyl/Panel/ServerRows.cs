using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>What goes with a server when its row goes.</summary>
internal static class ServerRows
{
    public static void Delete(PanelTables tables, PanelChanges changes, PanelServer server)
    {
        foreach (var allocation in tables.AllocationsOf(server))
            changes.Put(tables.Allocations, allocation with { ServerId = null, Notes = null });
        foreach (var backup in tables.Backups.All.Where(row => row.ServerId == server.Id))
            changes.Remove(tables.Backups, backup);
        foreach (var subuser in tables.SubusersOf(server))
            changes.Remove(tables.Subusers, subuser);
        foreach (var schedule in tables.Schedules.All.Where(row => row.ServerId == server.Id))
            changes.Remove(tables.Schedules, schedule);
        changes.Remove(tables.Servers, server);
    }
}
