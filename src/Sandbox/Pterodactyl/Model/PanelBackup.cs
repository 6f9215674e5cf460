namespace Elizon.Sandbox.Pterodactyl.Model;

/// <summary>A backup. Running: no <see cref="CompletedAt"/>, and <see cref="IsSuccessful"/> false.</summary>
internal sealed record PanelBackup : IPanelRow
{
    public required int Id { get; init; }
    public required int ServerId { get; init; }
    public required string Uuid { get; init; }
    public required string Name { get; init; }
    public List<string> IgnoredFiles { get; init; } = [];
    public bool IsLocked { get; init; }
    public bool IsSuccessful { get; init; }

    /// <summary>With its kind: <c>sha1:…</c>.</summary>
    public string? Checksum { get; init; }
    public long Bytes { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Deleted backups stay: the throttle counts them.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}
