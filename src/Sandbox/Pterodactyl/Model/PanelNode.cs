namespace Elizon.Sandbox.Pterodactyl.Model;

internal sealed record PanelLocation : IPanelRow
{
    public required int Id { get; init; }
    public required string Short { get; init; }
    public string? Long { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A machine that runs servers. Memory and disk in MiB, overallocation in percent.</summary>
internal sealed record PanelNode : IPanelRow
{
    public required int Id { get; init; }
    public required string Uuid { get; init; }
    public required string Name { get; init; }
    public string? Description { get; init; }
    public required int LocationId { get; init; }
    public bool Public { get; init; } = true;
    public required string Fqdn { get; init; }
    public required string Scheme { get; init; }
    public bool BehindProxy { get; init; }
    public bool MaintenanceMode { get; init; }
    public required long Memory { get; init; }
    public int MemoryOverallocate { get; init; }
    public required long Disk { get; init; }
    public int DiskOverallocate { get; init; }
    public int UploadSize { get; init; } = 100;
    public required int DaemonListen { get; init; }
    public int DaemonSftp { get; init; } = 2022;
    public string DaemonBase { get; init; } = "/var/lib/pterodactyl/volumes";

    /// <summary>Signs the tokens that the node's daemon accepts.</summary>
    public required string DaemonSecret { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }

    public string Address => FormattableString.Invariant($"{Scheme}://{Fqdn}:{DaemonListen}");
}

/// <summary>An address and port of a node, free or given to one server.</summary>
internal sealed record PanelAllocation : IPanelRow
{
    /// <summary>Owner of an allocation that the switch <c>allocation.race</c> gave away; no such server exists.</summary>
    public const int Rival = int.MaxValue;

    public required int Id { get; init; }
    public required int NodeId { get; init; }
    public required string Ip { get; init; }
    public string? Alias { get; init; }
    public required int Port { get; init; }
    public string? Notes { get; init; }
    public int? ServerId { get; init; }
}
