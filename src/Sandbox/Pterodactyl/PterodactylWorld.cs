using Elizon.Sandbox.Hosting;
using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Pterodactyl.Panel;
using Elizon.Sandbox.Pterodactyl.Wings;

namespace Elizon.Sandbox.Pterodactyl;

/// <summary>The panel and its daemons as one thing that starts and ends: once the ports are known, rows are laid and daemons boot.</summary>
internal sealed class PterodactylWorld(
    PanelTables tables,
    PanelDaemons daemons,
    PanelSeed seed,
    SandboxAddresses addresses,
    WingsServices services
) : IHostedLifecycleService, IDisposable
{
    private readonly TaskCompletionSource _ready = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private IReadOnlyList<WingsNode> _nodes = [];

    /// <summary>Ends when calls can be answered: the ports listen a moment before.</summary>
    public Task Ready => _ready.Task;

    public WingsNode NodeAt(int index) => _nodes[index];

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var rows = seed.Lay(addresses.Nodes);
        _nodes = [.. rows.Select(row => new WingsNode(row, services))];
        foreach (var node in _nodes)
        {
            daemons.Add(node);
            node.Boot();
        }
        _ready.SetResult();
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var node in _nodes)
            node.Dispose();
    }

    /// <summary>Servers of the panel, newest first.</summary>
    public IEnumerable<PanelServer> Servers => tables.Servers.All.Reverse();
}
