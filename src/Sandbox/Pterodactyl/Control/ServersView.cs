using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Pterodactyl.Panel;
using Elizon.Sandbox.Pterodactyl.Wings;

namespace Elizon.Sandbox.Pterodactyl.Control;

/// <summary>A server as the sandbox really sees it.</summary>
/// <param name="Status">Provisioning; null is usable.</param>
/// <param name="State">Power; null when its node does not have it.</param>
/// <param name="OpenSockets">Connections, authenticated or not.</param>
/// <param name="Sockets">Authenticated ones.</param>
/// <param name="Printed">Lines its container printed since the sandbox started.</param>
/// <param name="Throttled">Of these, lines the daemon kept back.</param>
/// <param name="Lost">Frames its sockets lost because their readers were too slow.</param>
/// <param name="Jobs">Prints that were asked for.</param>
internal sealed record ServerView(
    int Id,
    string Uuid,
    string Identifier,
    string? ExternalId,
    string Name,
    int Node,
    string? Status,
    string? State,
    int OpenSockets,
    int Sockets,
    long Printed,
    long Throttled,
    long Lost,
    IReadOnlyList<PrintView> Jobs
)
{
    public static ServerView Of(PanelServer server, PanelDaemons daemons)
    {
        var game = daemons.Peek(server);
        return new ServerView(
            server.Id,
            server.Uuid,
            server.Identifier,
            server.ExternalId,
            server.Name,
            server.NodeId,
            server.Status,
            game?.State,
            game?.Sockets.Open.Length ?? 0,
            game?.Sockets.Authenticated ?? 0,
            game?.Console.Printed ?? 0,
            game?.Console.Throttled ?? 0,
            game?.Sockets.Open.Sum(socket => socket.Lost) ?? 0,
            [.. (game?.Process?.Jobs ?? []).Select(PrintView.Of)]
        );
    }
}

internal sealed record ServersView(int OpenSockets, IReadOnlyList<ServerView> Servers)
{
    public static ServersView Of(PanelTables tables, PanelDaemons daemons)
    {
        var servers = tables.Servers.All.Select(server => ServerView.Of(server, daemons)).ToList();
        return new ServersView(servers.Sum(server => server.OpenSockets), servers);
    }
}

internal sealed record PrintView(long Printed, bool Done, double PerSecond)
{
    public static PrintView Of(PrintJob job) => new(job.Printed, job.IsDone, job.PerSecond);
}
