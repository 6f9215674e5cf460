using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel.Application;

/// <summary>Servers: look-ups, details, suspension, reinstallation, deletion.</summary>
internal static class ServerRoutes
{
    public static PanelAnswer List(PanelCall call, PanelContext panel) =>
        call.Page(
            panel,
            ServerShape.Server,
            new PanelQuery<PanelServer>(panel.Tables.Servers.All)
                .Filter("uuid", server => server.Uuid)
                .Filter("uuidShort", server => server.Identifier)
                .Filter("name", server => server.Name)
                .Filter("description", server => server.Description)
                .Filter("image", server => server.Image)
                .Filter("external_id", server => server.ExternalId)
                .Sort("id", server => server.Id)
                .Sort("uuid", server => server.Uuid)
                .Run(call)
        );

    public static PanelAnswer Show(PanelCall call, PanelContext panel) =>
        call.Item(panel, ServerShape.Server, call.Server);

    public static PanelAnswer ShowExternal(PanelCall call, PanelContext panel) =>
        panel.Tables.Servers.All.FirstOrDefault(server =>
            server.ExternalId == call.Route("external")
        )
            is { } server
            ? call.Item(panel, ServerShape.Server, server)
            : throw PanelFailures.NotFound();

    /// <summary>Trap: what is left out is wiped, the external id too.</summary>
    public static async ValueTask<PanelAnswer> Details(PanelCall call, PanelContext panel)
    {
        var owner = call.Server.OwnerId;
        var server = panel.Tables.Change(changes =>
        {
            var self = Self(call, panel);
            PanelCall.Check(
                call.Validator()
                    .Field(
                        "external_id",
                        ServerRules.ExternalId,
                        ServerRules.FreeExternalId(panel.Tables, self)
                    )
                    .Field("name", ServerRules.Name)
                    .Field("user", "required|integer", ServerRules.KnownUser(panel.Tables))
                    .Field("description", "nullable|string")
                    .Call("user", "User ID")
                    .Call("name", "Server Name")
            );
            var row = self with
            {
                ExternalId = call.Text("external_id"),
                Name = call.Text("name")!,
                OwnerId = call.Int("user")!.Value,
                Description = call.Text("description") ?? "",
                UpdatedAt = panel.Now,
            };
            changes.Put(panel.Tables.Servers, row);
            return row;
        });
        if (server.OwnerId != owner)
            await panel.Daemons.Revoke(server, owner);
        return call.Item(panel, ServerShape.Server, server);
    }

    public static ValueTask<PanelAnswer> Suspend(PanelCall call, PanelContext panel) =>
        Toggle(call, panel, suspend: true);

    public static ValueTask<PanelAnswer> Unsuspend(PanelCall call, PanelContext panel) =>
        Toggle(call, panel, suspend: false);

    /// <summary>No look at the state: a suspended server comes back usable.</summary>
    public static async ValueTask<PanelAnswer> Reinstall(PanelCall call, PanelContext panel)
    {
        await Reinstall(panel, call.Server);
        return PanelAnswer.NoContent;
    }

    public static async Task Reinstall(PanelContext panel, PanelServer server)
    {
        var before = server.Status;
        panel.Tables.ChangeServer(
            server.Id,
            row => row with { Status = ServerStatus.Installing, UpdatedAt = panel.Now }
        );
        try
        {
            await panel.Daemons.Call(server, game => game.Reinstall());
        }
        catch (PanelFailure)
        {
            panel.Tables.ChangeServer(server.Id, row => row with { Status = before });
            throw;
        }
    }

    public static ValueTask<PanelAnswer> Delete(PanelCall call, PanelContext panel) =>
        Delete(call, panel, force: false);

    public static ValueTask<PanelAnswer> ForceDelete(PanelCall call, PanelContext panel) =>
        Delete(call, panel, force: true);

    private static async ValueTask<PanelAnswer> Delete(
        PanelCall call,
        PanelContext panel,
        bool force
    )
    {
        try
        {
            await panel.Daemons.Call(call.Server, game => game.Delete());
        }
        catch (PanelFailure failure) when (force || failure.Status == 404)
        {
            // Forced: the row goes, files may stay on the node. 404: the daemon has nothing to delete.
        }
        panel.Tables.Change(changes =>
        {
            if (panel.Tables.Servers.Find(call.Server.Id) is { } server)
                ServerRows.Delete(panel.Tables, changes, server);
        });
        return PanelAnswer.NoContent;
    }

    private static async ValueTask<PanelAnswer> Toggle(
        PanelCall call,
        PanelContext panel,
        bool suspend
    )
    {
        var server = call.Server;
        if (server.IsSuspended == suspend)
            return PanelAnswer.NoContent;
        void Set(string? status) =>
            panel.Tables.ChangeServer(
                server.Id,
                row => row with { Status = status, UpdatedAt = panel.Now }
            );
        Set(suspend ? ServerStatus.Suspended : null);
        try
        {
            await panel.Daemons.Call(server, game => game.Sync());
        }
        catch (PanelFailure)
        {
            Set(suspend ? null : ServerStatus.Suspended);
            throw;
        }
        return PanelAnswer.NoContent;
    }

    internal static PanelServer Self(PanelCall call, PanelContext panel) =>
        panel.Tables.Servers.Find(call.Server.Id) ?? throw PanelFailures.NotFound();
}
