namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>The panel as its daemons see it.</summary>
internal interface IPanelRemote
{
    /// <summary>The panel's URL: the only origin a socket may have, but for those the options allow.</summary>
    string Url { get; }

    /// <summary>Null when the panel does not know the server (any more).</summary>
    ServerConfiguration? Configuration(string uuid);

    /// <summary>Uuids of all servers of a node.</summary>
    IReadOnlyList<string> Servers(int nodeId);

    void InstallFinished(string uuid, bool successful, bool reinstall);

    void BackupFinished(string backupUuid, bool successful, string checksum, long bytes);

    void RestoreFinished(string backupUuid, bool successful);

    /// <summary>A daemon has booted: servers that were installing or restoring become usable, finished or not.</summary>
    void ResetServers(int nodeId);
}
