using System.Globalization;
using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel.Client;

/// <summary>Beginning a backup, by hand or by a schedule: throttle, limit, row, daemon.</summary>
internal static class BackupCreation
{
    /// <param name="panel">The panel.</param>
    /// <param name="server">What is backed up.</param>
    /// <param name="name">Null for a name with the time.</param>
    /// <param name="ignored">One pattern a line.</param>
    /// <param name="locked">Cannot be deleted.</param>
    /// <param name="makesRoom">At the limit the oldest unlocked backup goes, as schedules do it.</param>
    /// <exception cref="PanelFailure">429 too many in a short time; 400 at the limit; the daemon's own.</exception>
    public static async Task<PanelBackup> Begin(
        PanelContext panel,
        PanelServer server,
        string? name,
        string ignored,
        bool locked,
        bool makesRoom
    )
    {
        var backup = panel.Tables.Change(changes =>
        {
            CheckThrottle(server, panel);
            CheckLimit(server, panel, makesRoom ? changes : null);
            var row = new PanelBackup
            {
                Id = changes.NextId(panel.Tables.Backups.Kind),
                ServerId = server.Id,
                Uuid = Guid.NewGuid().ToString(),
                Name =
                    name
                    ?? string.Create(
                        CultureInfo.InvariantCulture,
                        $"Backup at {panel.Now:yyyy-MM-dd HH:mm:ss}"
                    ),
                IgnoredFiles = [.. ignored.Split('\n', StringSplitOptions.RemoveEmptyEntries)],
                IsLocked = locked,
                CreatedAt = panel.Now,
            };
            changes.Put(panel.Tables.Backups, row);
            return row;
        });
        try
        {
            await panel.Daemons.Call(server, game => game.Backup(backup.Uuid, backup.IgnoredFiles));
        }
        catch (PanelFailure)
        {
            panel.Tables.Change(changes => changes.Remove(panel.Tables.Backups, backup));
            throw;
        }
        return backup;
    }

    public static bool IsNotFailed(PanelBackup backup) =>
        backup.CompletedAt is null || backup.IsSuccessful;

    private static void CheckThrottle(PanelServer server, PanelContext panel)
    {
        var period = panel.Options.BackupThrottlePeriod;
        // Deleted ones count, failed ones do not.
        var recent = panel
            .Tables.Backups.All.Where(row =>
                row.ServerId == server.Id && row.CreatedAt >= panel.Now - period && IsNotFailed(row)
            )
            .ToList();
        if (recent.Count < panel.Options.BackupThrottleLimit)
            return;
        throw new PanelFailure(
            429,
            "TooManyRequestsHttpException",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Only {panel.Options.BackupThrottleLimit} backups may be generated within a {period.TotalSeconds:0} second span of time."
            )
        )
        {
            RetryAfterSeconds = (int)
                Math.Ceiling((recent[0].CreatedAt + period - panel.Now).TotalSeconds),
        };
    }

    private static void CheckLimit(PanelServer server, PanelContext panel, PanelChanges? room)
    {
        var kept = panel.Tables.BackupsOf(server).Where(IsNotFailed).ToList();
        if (kept.Count < server.BackupLimit)
            return;
        if (
            room is null
            || server.BackupLimit == 0
            || kept.Find(backup => !backup.IsLocked) is not { } oldest
        )
            throw PanelFailures.Display(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Cannot create a new backup, this server has reached its limit of {server.BackupLimit} backups."
                ),
                "TooManyBackupsException"
            );
        room.Put(panel.Tables.Backups, oldest with { DeletedAt = panel.Now });
    }
}
