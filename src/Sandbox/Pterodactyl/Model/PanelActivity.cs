namespace Elizon.Sandbox.Pterodactyl.Model;

/// <summary>An entry of a server's activity log.</summary>
internal sealed record PanelActivity : IPanelRow
{
    public required int Id { get; init; }
    public required int ServerId { get; init; }
    public int? UserId { get; init; }
    public required string Event { get; init; }
    public bool IsApi { get; init; }
    public string Ip { get; init; } = "127.0.0.1";
    public Dictionary<string, string> Properties { get; init; } = [];
    public required DateTimeOffset Timestamp { get; init; }
}
