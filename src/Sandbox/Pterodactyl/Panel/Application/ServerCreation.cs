using Elizon.Sandbox.Faults;
using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Pterodactyl.Validation;

namespace Elizon.Sandbox.Pterodactyl.Panel.Application;

/// <summary>
/// Creating a server: the row is committed, then the daemon is called; if that fails the row is deleted again. So a client that gave up waiting may see the server, and see it vanish.
/// </summary>
internal static class ServerCreation
{
    private static readonly TimeSpan DaemonTimeout = TimeSpan.FromSeconds(15);

    public static async ValueTask<PanelAnswer> Create(PanelCall call, PanelContext panel)
    {
        Check(call, panel.Tables);
        var server = panel.Tables.Change(changes => Insert(call, panel, changes));
        if (panel.Faults.Take(PterodactylFault.CreateFailed) is { } failed)
        {
            await Wait(panel, failed);
            Withdraw(panel, server);
            throw PanelFailures.DaemonSilent();
        }
        try
        {
            await panel.Daemons.Call(
                server,
                node =>
                {
                    node.Create(server.Uuid).Install(call.Flag("start_on_completion"));
                    return Task.FromResult(true);
                }
            );
        }
        catch (PanelFailure)
        {
            Withdraw(panel, server);
            throw;
        }
        if (panel.Faults.Take(PterodactylFault.CreateLostAnswer) is { } lost)
        {
            await Wait(panel, lost);
            throw PanelFailures.DaemonSilent();
        }
        return call.Item(panel, ServerShape.Server, server, status: 201);
    }

    // A client that hangs up does not stop the panel.
    private static Task Wait(PanelContext panel, FaultSwitch fault) =>
        Task.Delay(fault.DelayOr(DaemonTimeout), panel.Clock.Real);

    private static void Withdraw(PanelContext panel, PanelServer server) =>
        panel.Tables.Change(changes => ServerRows.Delete(panel.Tables, changes, server));

    private static void Check(PanelCall call, PanelTables tables)
    {
        var deploys = PhpValue.IsTrue(InputPath.Get(call.Input, "deploy"));
        var validator = call.Validator()
            .Field(
                "external_id",
                ServerRules.ExternalId,
                ServerRules.FreeExternalId(tables, self: null)
            )
            .Field("name", ServerRules.Name)
            .Field("description", "nullable|string")
            .Field("user", "required|integer", ServerRules.KnownUser(tables))
            .Field("egg", "required", ServerRules.KnownEgg(tables))
            .Field("docker_image", ServerRules.Image)
            .Field("startup", "required|string")
            .Field("environment", "present|array")
            .Field("skip_scripts", "sometimes|boolean")
            .Field("oom_disabled", "sometimes|boolean")
            .Field("limits", "required|array")
            .Field("limits.memory", "required|numeric|min:0")
            .Field("limits.swap", "required|numeric|min:-1")
            .Field("limits.disk", "required|numeric|min:0")
            .Field("limits.io", "required|numeric|between:10,1000")
            .Field("limits.threads", "nullable|regex:/^[0-9-,]+$/")
            .Field("limits.cpu", "required|numeric|min:0")
            .Field("feature_limits", "required|array")
            .Field("feature_limits.databases", "present|nullable|integer|min:0")
            .Field("feature_limits.allocations", "sometimes|nullable|integer|min:0")
            .Field("feature_limits.backups", "present|nullable|integer|min:0")
            .Field("deploy", "sometimes|required|array")
            .Field("deploy.locations", deploys ? "array|present" : "array")
            .Field("deploy.locations.*", "integer|min:1")
            .Field("deploy.dedicated_ip", "required_with:deploy")
            .Field("deploy.port_range", deploys ? "array|present" : "array")
            .Field("deploy.port_range.*", "string")
            .Field("start_on_completion", "sometimes|boolean");
        if (!deploys)
            validator
                .Field(
                    "allocation.default",
                    "required|integer|bail",
                    ServerRules.FreeAllocation(tables)
                )
                .Field("allocation.additional.*", "integer", ServerRules.FreeAllocation(tables));
        PanelCall.Check(validator);
    }

    private static PanelServer Insert(PanelCall call, PanelContext panel, PanelChanges changes)
    {
        var tables = panel.Tables;
        // Again under the lock: what was free when the rules ran may be taken now.
        PanelCall.Check(
            call.Validator()
                .Field(
                    "external_id",
                    ServerRules.ExternalId,
                    ServerRules.FreeExternalId(tables, self: null)
                )
        );
        var allocation = ServerAllocation.Pick(call, panel);
        var egg = tables.Eggs.Find(call.Int("egg"))!;
        var server = Row(call, panel, egg, allocation) with
        {
            Id = changes.NextId(tables.Servers.Kind),
            Variables = ServerRules.Variables(call, egg),
        };
        changes.Put(tables.Servers, server);
        foreach (
            var own in call.Ints("allocation.additional")
                .Distinct()
                .Select(id => tables.Allocations.Find(id))
                .OfType<PanelAllocation>()
        )
            changes.Put(tables.Allocations, own with { ServerId = server.Id });
        changes.Put(tables.Allocations, allocation with { ServerId = server.Id });
        return server;
    }

    private static PanelServer Row(
        PanelCall call,
        PanelContext panel,
        PanelEgg egg,
        PanelAllocation allocation
    ) =>
        new()
        {
            Id = 0,
            ExternalId = call.Text("external_id"),
            Uuid = Guid.NewGuid().ToString(),
            NodeId = allocation.NodeId,
            Name = call.Text("name")!,
            Description = call.Text("description") ?? "",
            Status = ServerStatus.Installing,
            SkipScripts = call.Flag("skip_scripts"),
            OwnerId = call.Int("user")!.Value,
            Memory = call.Long("limits.memory")!.Value,
            Swap = call.Long("limits.swap")!.Value,
            Disk = call.Long("limits.disk")!.Value,
            Io = call.Long("limits.io")!.Value,
            Cpu = call.Long("limits.cpu")!.Value,
            Threads = call.Text("limits.threads"),
            OomDisabled = !call.Has("oom_disabled") || call.Flag("oom_disabled"),
            AllocationId = allocation.Id,
            NestId = egg.NestId,
            EggId = egg.Id,
            Startup = call.Text("startup")!,
            Image = call.Text("docker_image")!,
            DatabaseLimit = call.Int("feature_limits.databases") ?? 0,
            AllocationLimit = call.Int("feature_limits.allocations") ?? 0,
            BackupLimit = call.Int("feature_limits.backups") ?? 0,
            CreatedAt = panel.Now,
            UpdatedAt = panel.Now,
        };
}
