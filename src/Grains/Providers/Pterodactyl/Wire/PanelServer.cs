using System.Text.Json;
using System.Text.Json.Serialization;
using Elizon.Catalog;

namespace Elizon.Grains.Providers.Pterodactyl.Wire;

/// <summary>The panel's envelope of one thing.</summary>
internal sealed record PanelItem<T>([property: JsonPropertyName("attributes")] T Attributes);

/// <summary>The panel's envelope of many things.</summary>
internal sealed record PanelList<T>(
    [property: JsonPropertyName("data")] PanelItem<T>[] Data,
    [property: JsonPropertyName("meta")] PanelMeta? Meta
);

internal sealed record PanelMeta(
    [property: JsonPropertyName("pagination")] PanelPagination? Pagination
);

internal sealed record PanelPagination([property: JsonPropertyName("total_pages")] int TotalPages);

/// <summary>A server of the Application API (pterodactyl sheet, 2.4).</summary>
internal sealed record PanelServer(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("external_id")] string? ExternalId,
    [property: JsonPropertyName("uuid")] string Uuid,
    [property: JsonPropertyName("identifier")] string Identifier,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string? Description,
    [property: JsonPropertyName("status")] string? Status,
    [property: JsonPropertyName("suspended")] bool Suspended,
    [property: JsonPropertyName("user")] long User,
    [property: JsonPropertyName("node")] long Node,
    [property: JsonPropertyName("allocation")] long Allocation,
    [property: JsonPropertyName("relationships")] PanelRelationships? Relationships
)
{
    [JsonPropertyName("limits")]
    public PanelLimits? Limits { get; init; }

    [JsonPropertyName("feature_limits")]
    public PanelFeatures? Features { get; init; }

    public bool Has(PlanLimits wanted) =>
        Limits is { } limits
        && Features is { } features
        && (limits.Memory, limits.Disk, limits.Cpu, limits.Swap, limits.Io)
            == (wanted.Memory, wanted.Disk, wanted.Cpu, wanted.Swap, wanted.Io)
        && (features.Databases ?? 0, features.Allocations ?? 0, features.Backups)
            == (wanted.Databases, wanted.Allocations, wanted.Backups);
}

internal sealed record PanelLimits(
    [property: JsonPropertyName("memory")] long Memory,
    [property: JsonPropertyName("swap")] long Swap,
    [property: JsonPropertyName("disk")] long Disk,
    [property: JsonPropertyName("io")] long Io,
    [property: JsonPropertyName("cpu")] long Cpu,
    [property: JsonPropertyName("threads")] string? Threads,
    [property: JsonPropertyName("oom_disabled")] bool? OomDisabled
);

/// <summary>Null is none, except for backups, where the panel always says a number.</summary>
internal sealed record PanelFeatures(
    [property: JsonPropertyName("databases")] int? Databases,
    [property: JsonPropertyName("allocations")] int? Allocations,
    [property: JsonPropertyName("backups")] int Backups
);

internal sealed record PanelRelationships(
    [property: JsonPropertyName("allocations")] PanelList<PanelAllocation>? Allocations,
    [property: JsonPropertyName("variables")] PanelList<PanelVariable>? Variables
);

internal sealed record PanelAllocation(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("ip")] string Ip,
    [property: JsonPropertyName("alias")] string? Alias,
    [property: JsonPropertyName("ip_alias")] string? IpAlias,
    [property: JsonPropertyName("port")] int Port,
    [property: JsonPropertyName("notes")] string? Notes,
    [property: JsonPropertyName("is_default")] bool IsDefault,
    [property: JsonPropertyName("assigned")] bool Assigned = false
);

internal sealed record PanelUser(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("external_id")] string? ExternalId
);

internal sealed record PanelLocation(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("short")] string Short
);

internal sealed record PanelNest(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("name")] string Name
);

internal sealed record PanelEgg(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("nest")] long Nest,
    [property: JsonPropertyName("docker_images")] Dictionary<string, string> DockerImages,
    [property: JsonPropertyName("startup")] string Startup,
    [property: JsonPropertyName("relationships")] PanelRelationships? Relationships
);

internal sealed record PanelVariable(
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("description")] string? Description,
    [property: JsonPropertyName("env_variable")] string EnvVariable,
    [property: JsonPropertyName("default_value")] string? DefaultValue,
    [property: JsonPropertyName("server_value")] string? ServerValue,
    [property: JsonPropertyName("user_viewable")] bool UserViewable,
    [property: JsonPropertyName("user_editable")] bool UserEditable,
    [property: JsonPropertyName("rules")] JsonElement Rules
);

internal sealed record PanelResources(
    [property: JsonPropertyName("current_state")] string CurrentState,
    [property: JsonPropertyName("resources")] PanelFigures Resources
);

internal sealed record PanelFigures(
    [property: JsonPropertyName("memory_bytes")] long MemoryBytes,
    [property: JsonPropertyName("cpu_absolute")] double CpuAbsolute,
    [property: JsonPropertyName("disk_bytes")] long DiskBytes,
    [property: JsonPropertyName("network_rx_bytes")] long NetworkRxBytes,
    [property: JsonPropertyName("network_tx_bytes")] long NetworkTxBytes,
    [property: JsonPropertyName("uptime")] long Uptime
);

internal sealed record PanelSocket([property: JsonPropertyName("data")] PanelSocketData Data);

internal sealed record PanelSocketData(
    [property: JsonPropertyName("token")] string Token,
    [property: JsonPropertyName("socket")] string Socket
);
