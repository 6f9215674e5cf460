using System.Text.Json.Nodes;
using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>The limits that both APIs show alike.</summary>
internal static class ServerLimits
{
    public static JsonObject Of(PanelServer server) =>
        new()
        {
            ["memory"] = server.Memory,
            ["swap"] = server.Swap,
            ["disk"] = server.Disk,
            ["io"] = server.Io,
            ["cpu"] = server.Cpu,
            ["threads"] = server.Threads,
            ["oom_disabled"] = server.OomDisabled,
        };

    public static JsonObject Features(PanelServer server) =>
        new()
        {
            ["databases"] = server.DatabaseLimit,
            ["allocations"] = server.AllocationLimit,
            ["backups"] = server.BackupLimit,
        };
}
