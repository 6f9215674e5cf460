using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Pterodactyl.Validation;

namespace Elizon.Sandbox.Pterodactyl.Panel.Application;

/// <summary>Limits and allocations of a server. A daemon that cannot be told is passed over: it learns at the next start.</summary>
internal static class ServerBuild
{
    private static readonly IReadOnlyList<(string Name, string Rules)> Limits =
    [
        ("memory", "numeric|min:0"),
        ("swap", "numeric|min:-1"),
        ("io", "numeric|between:10,1000"),
        ("cpu", "numeric|min:0"),
        ("disk", "numeric|min:0"),
    ];

    public static async ValueTask<PanelAnswer> Update(PanelCall call, PanelContext panel)
    {
        var server = panel.Tables.Change(changes =>
        {
            var self = ServerRoutes.Self(call, panel);
            Check(call, panel.Tables, self);
            var row = Filled(
                call,
                self with
                {
                    AllocationId = MoveAllocations(call, panel.Tables, changes, self),
                }
            ) with
            {
                UpdatedAt = panel.Now,
            };
            changes.Put(panel.Tables.Servers, row);
            return row;
        });
        try
        {
            await panel.Daemons.Call(server, game => game.Sync());
        }
        catch (PanelFailure)
        {
            // The panel logs it and answers success.
        }
        return call.Item(panel, ServerShape.Server, server);
    }

    private static void Check(PanelCall call, PanelTables tables, PanelServer self)
    {
        var validator = call.Validator()
            .Field(
                "allocation",
                "required|bail",
                LaravelRule.Unique(value =>
                    !tables.Servers.All.Any(server =>
                        server.Id != self.Id && server.AllocationId == ServerRules.Id(value)
                    )
                ),
                LaravelRule.Exists(value =>
                    tables.Allocations.Find(ServerRules.Id(value)) is not null
                )
            )
            .Field("oom_disabled", "sometimes|boolean")
            .Field("limits", "sometimes|array")
            .Field("limits.threads", "nullable|regex:/^[0-9-,]+$/")
            .Field("threads", "nullable|regex:/^[0-9-,]+$/")
            .Field("add_allocations", "bail|array")
            .Field("add_allocations.*", "integer")
            .Field("remove_allocations", "bail|array")
            .Field("remove_allocations.*", "integer")
            .Field("feature_limits", "required|array")
            .Field("feature_limits.databases", "present|nullable|integer|min:0")
            .Field("feature_limits.allocations", "sometimes|nullable|integer|min:0")
            .Field("feature_limits.backups", "present|nullable|integer|min:0")
            .Call("feature_limits.databases", "Database Limit")
            .Call("feature_limits.allocations", "Allocation Limit")
            .Call("feature_limits.backups", "Backup Limit");
        foreach (var (name, rules) in Limits)
            validator
                .Field($"limits.{name}", $"required_with:limits|{rules}")
                .Field(name, $"required_without:limits|{rules}");
        PanelCall.Check(validator);
    }

    private static PanelServer Filled(PanelCall call, PanelServer server)
    {
        long Limit(string name, long standing) =>
            call.Long($"limits.{name}") ?? call.Long(name) ?? standing;
        return server with
        {
            Memory = Limit("memory", server.Memory),
            Swap = Limit("swap", server.Swap),
            Io = Limit("io", server.Io),
            Cpu = Limit("cpu", server.Cpu),
            Disk = Limit("disk", server.Disk),
            Threads =
                call.Has("limits.threads") ? call.Text("limits.threads")
                : call.Has("threads") ? call.Text("threads")
                : server.Threads,
            OomDisabled = call.Has("oom_disabled") ? call.Flag("oom_disabled") : server.OomDisabled,
            DatabaseLimit = call.Int("feature_limits.databases"),
            AllocationLimit = call.Int("feature_limits.allocations"),
            BackupLimit = call.Int("feature_limits.backups") ?? 0,
        };
    }

    /// <returns>The default allocation afterwards.</returns>
    private static int MoveAllocations(
        PanelCall call,
        PanelTables tables,
        PanelChanges changes,
        PanelServer server
    )
    {
        var wanted = call.Ints("add_allocations");
        var added = tables
            .Allocations.All.Where(row =>
                wanted.Contains(row.Id) && row.NodeId == server.NodeId && row.ServerId is null
            )
            .ToList();
        foreach (var row in added)
            changes.Put(tables.Allocations, row with { ServerId = server.Id, Notes = null });

        var standard = call.Int("allocation")!.Value;
        var removed = call.Ints("remove_allocations");
        if (removed.Contains(standard))
            standard =
                added.FirstOrDefault()?.Id
                ?? throw PanelFailures.Display(
                    "You are attempting to delete the default allocation for this server but there is no fallback allocation to use."
                );
        var gone = tables
            .AllocationsOf(server)
            .Where(row => removed.Contains(row.Id) && !wanted.Contains(row.Id))
            .ToList();
        foreach (var row in gone)
            changes.Put(tables.Allocations, row with { ServerId = null, Notes = null });

        var stays = tables.AllocationsOf(server).Except(gone).Concat(added);
        if (standard != server.AllocationId && stays.All(row => row.Id != standard))
            throw PanelFailures.Display(
                "The requested default allocation is not currently assigned to this server."
            );
        return standard;
    }
}
