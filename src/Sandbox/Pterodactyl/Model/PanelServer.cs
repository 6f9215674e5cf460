namespace Elizon.Sandbox.Pterodactyl.Model;

/// <summary>The words of <c>status</c>: provisioning, not power. Null is usable.</summary>
internal static class ServerStatus
{
    public const string Installing = "installing";
    public const string InstallFailed = "install_failed";
    public const string ReinstallFailed = "reinstall_failed";
    public const string Suspended = "suspended";
    public const string RestoringBackup = "restoring_backup";
}

/// <summary>A server's row in the panel. Memory, swap, disk in MiB; CPU in percent of one core.</summary>
internal sealed record PanelServer : IPanelRow
{
    public required int Id { get; init; }
    public string? ExternalId { get; init; }
    public required string Uuid { get; init; }
    public required int NodeId { get; init; }
    public required string Name { get; init; }
    public string Description { get; init; } = "";
    public string? Status { get; init; }
    public bool SkipScripts { get; init; }
    public required int OwnerId { get; init; }
    public required long Memory { get; init; }
    public required long Swap { get; init; }
    public required long Disk { get; init; }
    public required long Io { get; init; }
    public required long Cpu { get; init; }
    public string? Threads { get; init; }
    public bool OomDisabled { get; init; } = true;
    public required int AllocationId { get; init; }
    public required int NestId { get; init; }
    public required int EggId { get; init; }
    public required string Startup { get; init; }
    public required string Image { get; init; }
    public int? DatabaseLimit { get; init; }
    public int? AllocationLimit { get; init; }
    public int BackupLimit { get; init; }

    /// <summary>Values by the id of the egg's variable; one that is missing shows null and runs with the default.</summary>
    public Dictionary<int, string> Variables { get; init; } = [];
    public DateTimeOffset? InstalledAt { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    public string Identifier => Uuid[..8];
    public bool IsSuspended => Status == ServerStatus.Suspended;
    public bool IsInstalled =>
        Status is not (ServerStatus.Installing or ServerStatus.InstallFailed);
}
