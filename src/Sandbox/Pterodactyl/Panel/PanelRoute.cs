namespace Elizon.Sandbox.Pterodactyl.Panel;

internal enum PanelApi
{
    Application,
    Client,
}

/// <summary>One route of the panel with what it demands.</summary>
/// <param name="Method">HTTP verb.</param>
/// <param name="Pattern">Path with braces.</param>
/// <param name="Api">Which API, and so which keys, budget and root rule.</param>
/// <param name="Demand">Application API: the resource. Client API: the sub-user permission, or null for none.</param>
/// <param name="Handle">Answers once all gates are passed.</param>
internal sealed record PanelRoute(
    string Method,
    string Pattern,
    PanelApi Api,
    string? Demand,
    Func<PanelCall, PanelContext, ValueTask<PanelAnswer>> Handle
)
{
    /// <summary>How faults name it: <c>POST /api/application/servers</c>.</summary>
    public string Name { get; } = $"{Method} {Pattern}";

    public int Right => Method == "GET" ? PanelRights.Read : PanelRights.Write;

    /// <summary>Set on routes that a state conflict lets through: the server's own view for all, its websocket for administrators.</summary>
    public bool IsView => Pattern == "/api/client/servers/{server}";
    public bool IsWebsocket => Pattern.EndsWith("/{server}/websocket", StringComparison.Ordinal);
}
