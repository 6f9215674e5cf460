using Elizon.Sandbox.Hosting;
using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Time;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>What every route of the panel works with.</summary>
internal sealed record PanelContext(
    PanelTables Tables,
    PterodactylOptions Options,
    SandboxClock Clock,
    FaultSwitches Faults,
    PanelDaemons Daemons,
    PanelActivityLog Activity,
    SandboxAddresses Addresses,
    Client.ResourceCache Resources
)
{
    /// <summary>The time that rows show.</summary>
    public DateTimeOffset Now => Clock.GetUtcNow();

    public string Url => Options.PanelUrl ?? Addresses.Panel.ToString().TrimEnd('/');

    /// <summary>A node with the switch <c>node.maintenance</c> applied.</summary>
    public PanelNode Node(PanelNode node) =>
        Faults.IsOn(PterodactylFault.NodeMaintenance, node.Id) is null
            ? node
            : node with
            {
                MaintenanceMode = true,
            };

    public PanelNode NodeOf(PanelServer server) => Node(Tables.NodeOf(server));
}
