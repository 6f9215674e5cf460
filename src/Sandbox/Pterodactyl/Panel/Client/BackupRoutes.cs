using System.Text.Json.Nodes;
using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Pterodactyl.Tokens;

namespace Elizon.Sandbox.Pterodactyl.Panel.Client;

/// <summary>Backups of a server.</summary>
internal static class BackupRoutes
{
    private const int PerPage = 20;
    private const int MostPerPage = 50;

    public static PanelAnswer List(PanelCall call, PanelContext panel)
    {
        var backups = panel.Tables.BackupsOf(call.Server).ToList();
        return call.Page(
            panel,
            ClientShapes.Backup,
            backups,
            PerPage,
            MostPerPage,
            new JsonObject { ["backup_count"] = backups.Count(BackupCreation.IsNotFailed) }
        );
    }

    public static PanelAnswer Show(PanelCall call, PanelContext panel) =>
        call.Item(panel, ClientShapes.Backup, Find(call, panel));

    public static async ValueTask<PanelAnswer> Create(PanelCall call, PanelContext panel)
    {
        PanelCall.Check(
            call.Validator()
                .Field("name", "nullable|string|max:191")
                .Field("is_locked", "nullable|boolean")
                .Field("ignored", "nullable|string")
        );
        var locks = ServerRights.Allow(
            ServerRights.Of(panel.Tables, call.Server, call.User),
            "backup.delete"
        );
        var backup = await BackupCreation.Begin(
            panel,
            call.Server,
            call.Text("name"),
            call.Text("ignored") ?? "",
            call.Flag("is_locked") && locks,
            makesRoom: false
        );
        panel.Activity.Add(call, "server:backup.start", ("name", backup.Name));
        return call.Item(panel, ClientShapes.Backup, backup);
    }

    public static PanelAnswer ToggleLock(PanelCall call, PanelContext panel) =>
        call.Item(
            panel,
            ClientShapes.Backup,
            panel.Tables.Change(changes =>
            {
                var backup = Find(call, panel);
                var row = backup with { IsLocked = !backup.IsLocked };
                changes.Put(panel.Tables.Backups, row);
                return row;
            })
        );

    public static PanelAnswer Download(PanelCall call, PanelContext panel)
    {
        var claims = new JsonObject { ["backup_uuid"] = Find(call, panel).Uuid };
        return PanelAnswer.SignedUrl(
            TokenIssuer.SignedUrl(
                panel,
                call.Server,
                call.User,
                "/download/backup",
                TokenClaims.BackupDownload,
                claims
            )
        );
    }

    public static PanelAnswer Delete(PanelCall call, PanelContext panel)
    {
        var deleted = panel.Tables.Change(changes =>
        {
            var backup = Find(call, panel);
            if (backup is { IsLocked: true, IsSuccessful: true })
                throw PanelFailures.Display(
                    "Cannot delete a backup that is marked as locked.",
                    "BackupLockedException"
                );
            changes.Put(panel.Tables.Backups, backup with { DeletedAt = panel.Now });
            return backup;
        });
        File.Delete(panel.Daemons.Find(call.Server.NodeId)!.BackupPath(deleted.Uuid));
        panel.Activity.Add(call, "server:backup.delete", ("name", deleted.Name));
        return PanelAnswer.NoContent;
    }

    public static async ValueTask<PanelAnswer> Restore(PanelCall call, PanelContext panel)
    {
        PanelCall.Check(call.Validator().Field("truncate", "required|boolean"));
        var backup = Find(call, panel);
        if (call.Server.Status is not null)
            throw PanelFailures.BadRequest(
                "This server is not currently in a state that allows for a backup to be restored."
            );
        if (!backup.IsSuccessful && backup.CompletedAt is null)
            throw PanelFailures.BadRequest(
                "This backup cannot be restored at this time: not completed or failed."
            );
        panel.Tables.ChangeServer(
            call.Server.Id,
            row => row with { Status = ServerStatus.RestoringBackup }
        );
        try
        {
            await panel.Daemons.Call(
                call.Server,
                game => game.Restore(backup.Uuid, call.Flag("truncate"))
            );
        }
        catch (PanelFailure)
        {
            panel.Tables.ChangeServer(call.Server.Id, row => row with { Status = null });
            throw;
        }
        return PanelAnswer.NoContent;
    }

    private static PanelBackup Find(PanelCall call, PanelContext panel)
    {
        var backup =
            panel.Tables.Backups.All.FirstOrDefault(row =>
                row.Uuid == call.Route("backup") && row.DeletedAt is null
            ) ?? throw PanelFailures.NotFound();
        return backup.ServerId == call.Server.Id ? backup : throw PanelFailures.NotOfThisServer();
    }
}
