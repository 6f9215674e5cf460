namespace Elizon.Sandbox.Pterodactyl.Model;

internal sealed record PanelSubuser : IPanelRow
{
    public required int Id { get; init; }
    public required int ServerId { get; init; }
    public required int UserId { get; init; }
    public required List<string> Permissions { get; init; }
}
