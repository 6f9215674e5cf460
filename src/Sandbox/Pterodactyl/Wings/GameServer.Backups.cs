using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <content>Backups: made and restored in the background, reported to the panel when they end.</content>
internal sealed partial class GameServer
{
    private int _backups;

    /// <summary>Begins a backup; the result comes as an event whose name carries its uuid.</summary>
    public void Backup(string backupUuid, IReadOnlyList<string> ignored)
    {
        Interlocked.Increment(ref _backups);
        Node.Schedule.After(
            Node.Options.BackupTime,
            () => Node.Background(() => MakeBackup(backupUuid, ignored))
        );
    }

    /// <summary>Wipes the files first if told so, then unpacks in the background; new sockets are refused meanwhile.</summary>
    /// <exception cref="WingsFailure">500 when the archive is missing: with <paramref name="truncate"/> the files are gone already.</exception>
    public void Restore(string backupUuid, bool truncate)
    {
        lock (_gate)
        {
            if (truncate)
                Files.Truncate();
            if (!File.Exists(Node.BackupPath(backupUuid)))
                throw WingsFailure.Unexpected();
            IsRestoring = true;
            if (State is not (PowerState.Offline or PowerState.Stopping))
                Stop(then: null);
            if (State == PowerState.Offline)
                PlanRestore(backupUuid);
            else
                _afterStop = () => PlanRestore(backupUuid);
        }
    }

    private void PlanRestore(string backupUuid) =>
        Node.Schedule.After(
            Node.Options.BackupTime,
            () => Node.Background(() => Unpack(backupUuid))
        );

    private async Task MakeBackup(string backupUuid, IReadOnlyList<string> ignored)
    {
        var path = Node.BackupPath(backupUuid);
        var checksum = "";
        var size = 0L;
        var successful = !IsDeleted && Node.Faults.Take(PterodactylFault.BackupFail, Uuid) is null;
        if (successful)
        {
            try
            {
                Files.EnsureRoot();
                await Files.Pack(path, ignored, CancellationToken.None);
                size = new FileInfo(path).Length;
                checksum = await Checksum(path);
            }
            catch (IOException)
            {
                // Files that change or vanish while they are packed fail the backup, as with the real daemon.
                successful = false;
            }
        }
        Interlocked.Decrement(ref _backups);
        Node.Remote.BackupFinished(backupUuid, successful, checksum, size);
        var result = new JsonObject
        {
            ["uuid"] = backupUuid,
            ["is_successful"] = successful,
            ["checksum"] = checksum,
            ["checksum_type"] = "sha1",
            ["file_size"] = size,
        };
        Sockets.Publish(
            SocketFrame.Of(
                $"backup completed:{backupUuid}",
                result.ToJsonString(),
                FrameAudience.Backups
            )
        );
    }

    private async Task Unpack(string backupUuid)
    {
        void Tell(string file) =>
            Sockets.Publish(
                SocketFrame.Of(
                    "daemon message",
                    string.Create(CultureInfo.InvariantCulture, $"(restoring): {file}")
                )
            );
        var successful = File.Exists(Node.BackupPath(backupUuid));
        if (successful)
            await Files.Restore(Node.BackupPath(backupUuid), Tell, CancellationToken.None);
        IsRestoring = false;
        Node.Remote.RestoreFinished(backupUuid, successful);
        Sockets.Publish(
            SocketFrame.Of("daemon message", "Completed server restoration from local backup.")
        );
        Sockets.Publish(SocketFrame.Of("backup restore completed", ""));
    }

    private static async Task<string> Checksum(string path)
    {
        await using var file = File.OpenRead(path);
#pragma warning disable CA5350 // The daemon's protocol names sha1.
        return Convert.ToHexStringLower(await SHA1.HashDataAsync(file));
#pragma warning restore CA5350
    }
}
