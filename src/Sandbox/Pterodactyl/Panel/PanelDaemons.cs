using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Pterodactyl.Tokens;
using Elizon.Sandbox.Pterodactyl.Wings;
using Elizon.Sandbox.Time;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>The panel's calls to its daemons, with all that can go wrong on that way.</summary>
internal sealed class PanelDaemons(PanelTables tables, FaultSwitches faults, SandboxClock clock)
{
    private readonly Dictionary<int, WingsNode> _nodes = [];

    public IEnumerable<WingsNode> Nodes => _nodes.Values;

    public void Add(WingsNode node) => _nodes[node.Id] = node;

    public WingsNode? Find(int nodeId) => _nodes.GetValueOrDefault(nodeId);

    /// <summary>The daemon's view of a server, without a call and its faults.</summary>
    public GameServer? Peek(PanelServer server) =>
        Find(server.NodeId)?.Servers.FirstOrDefault(game => game.Uuid == server.Uuid);

    /// <summary>Calls a server's daemon.</summary>
    /// <exception cref="PanelFailure">A <c>DaemonConnectionException</c>: 504 when the daemon is silent, else its own status.</exception>
    public async Task<T> Call<T>(PanelServer server, Func<WingsNode, Task<T>> work)
    {
        if (faults.Take(PterodactylFault.DaemonUnreachable, server.NodeId) is { } silent)
        {
            await Task.Delay(silent.DelayOr(TimeSpan.Zero), clock.Real);
            throw PanelFailures.DaemonSilent();
        }
        if (faults.Take(PterodactylFault.Daemon500, server.NodeId) is not null)
            throw PanelFailures.DaemonSaid(500, "");
        if (Find(server.NodeId) is not { IsDown: false } node)
            throw PanelFailures.DaemonSilent();
        try
        {
            return await work(node);
        }
        catch (WingsFailure failure)
        {
            throw PanelFailures.DaemonSaid(failure.Status, failure.Message);
        }
    }

    /// <inheritdoc cref="Call{T}(PanelServer, Func{WingsNode, Task{T}})"/>
    public Task<T> Call<T>(PanelServer server, Func<GameServer, T> work) =>
        Call(server, node => Task.FromResult(work(node.Server(server.Uuid))));

    /// <inheritdoc cref="Call{T}(PanelServer, Func{WingsNode, Task{T}})"/>
    public Task Call(PanelServer server, Action<GameServer> work) =>
        Call(
            server,
            game =>
            {
                work(game);
                return true;
            }
        );

    /// <summary>Tokens a user holds for a server end; a daemon that does not answer is passed over.</summary>
    public async Task Revoke(PanelServer server, int userId)
    {
        try
        {
            await Call(
                server,
                game =>
                    game.Node.Denylist.Deny(TokenClaims.IdFor(userId, server.Uuid), game.Node.Now)
            );
        }
        catch (PanelFailure)
        {
            // As the panel: the change stands, the old tokens live until they expire.
        }
    }

    /// <summary>Whether the switch for a deletion behind the client's back hits this server now.</summary>
    public bool DeletesBehind(PanelServer server) =>
        faults.Take(PterodactylFault.ServerDeletedBehind, server.Uuid) is not null;

    public void DeleteEverywhere(PanelServer server)
    {
        Peek(server)?.Delete();
        tables.Change(changes => ServerRows.Delete(tables, changes, server));
    }
}
