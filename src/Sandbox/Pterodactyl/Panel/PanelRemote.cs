using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Elizon.Sandbox.Hosting;
using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Pterodactyl.Wings;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>The panel's side of the talk with its daemons: configurations out, results in.</summary>
internal sealed class PanelRemote(
    PanelTables tables,
    PterodactylOptions options,
    SandboxAddresses addresses,
    TimeProvider clock
) : IPanelRemote
{
    public string Url => options.PanelUrl ?? addresses.Panel.ToString().TrimEnd('/');

    public IReadOnlyList<string> Servers(int nodeId) =>
        [
            .. tables
                .Servers.All.Where(server => server.NodeId == nodeId)
                .Select(server => server.Uuid),
        ];

    public ServerConfiguration? Configuration(string uuid)
    {
        if (tables.ServerBy(uuid) is not { } server)
            return null;
        var egg = tables.EggOf(server);
        var allocation = tables.AllocationOf(server);
        return new ServerConfiguration(
            server.Uuid,
            server.Name,
            server.IsSuspended,
            Environment(server, allocation),
            server.Startup,
            server.SkipScripts,
            server.Memory,
            server.Disk,
            server.Cpu,
            server.Image,
            allocation.Ip,
            allocation.Port,
            DoneMarkers(egg.ConfigStartup),
            StripsAnsi(egg.ConfigStartup),
            egg.Stop,
            egg.FileDenylist,
            egg.Name,
            egg.ScriptContainer
        );
    }

    public void InstallFinished(string uuid, bool successful, bool reinstall)
    {
        if (tables.ServerBy(uuid) is not { } server)
            return;
        var failed = reinstall ? ServerStatus.ReinstallFailed : ServerStatus.InstallFailed;
        tables.ChangeServer(
            server.Id,
            row =>
                row with
                {
                    Status =
                        row.IsSuspended ? row.Status
                        : successful ? null
                        : failed,
                    InstalledAt = clock.GetUtcNow(),
                    UpdatedAt = clock.GetUtcNow(),
                }
        );
    }

    public void BackupFinished(string backupUuid, bool successful, string checksum, long bytes) =>
        tables.Change(changes =>
        {
            if (
                tables.Backups.All.FirstOrDefault(row =>
                    row.Uuid == backupUuid && row.CompletedAt is null
                )
                is not { } backup
            )
                return;
            changes.Put(
                tables.Backups,
                backup with
                {
                    IsSuccessful = successful,
                    IsLocked = successful && backup.IsLocked,
                    Checksum = successful ? $"sha1:{checksum}" : null,
                    Bytes = successful ? bytes : 0,
                    CompletedAt = clock.GetUtcNow(),
                }
            );
        });

    public void RestoreFinished(string backupUuid, bool successful)
    {
        if (tables.Backups.All.FirstOrDefault(row => row.Uuid == backupUuid) is { } backup)
            tables.ChangeServer(backup.ServerId, row => row with { Status = null });
    }

    // Trap of the real panel: an installation that its daemon's restart interrupted counts as usable afterwards.
    public void ResetServers(int nodeId)
    {
        var stuck = tables.Servers.All.Where(row =>
            row.NodeId == nodeId
            && row.Status is ServerStatus.Installing or ServerStatus.RestoringBackup
        );
        foreach (var server in stuck.Where(server => server.NodeId == nodeId).ToList())
            tables.ChangeServer(server.Id, row => row with { Status = null });
    }

    private Dictionary<string, string> Environment(PanelServer server, PanelAllocation allocation)
    {
        var environment = ServerEnvironment.Of(tables, server);
        environment["SERVER_MEMORY"] = server.Memory.ToString(CultureInfo.InvariantCulture);
        environment["SERVER_IP"] = allocation.Ip;
        environment["SERVER_PORT"] = allocation.Port.ToString(CultureInfo.InvariantCulture);
        return environment;
    }

    private static IReadOnlyList<string> DoneMarkers(string startup) =>
        Parse(startup)?["done"] switch
        {
            JsonArray list => [.. list.Select(done => done?.ToString() ?? "")],
            JsonValue value => [value.ToString()],
            _ => [],
        };

    private static bool StripsAnsi(string startup) =>
        Parse(startup)?["strip_ansi"]?.GetValueKind() == JsonValueKind.True;

    private static JsonObject? Parse(string json)
    {
        try
        {
            // Real eggs name "done" twice; the last one counts, as in PHP.
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return null;
            var map = new JsonObject();
            foreach (var member in document.RootElement.EnumerateObject())
                map[member.Name] = JsonNode.Parse(member.Value.GetRawText());
            return map;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
