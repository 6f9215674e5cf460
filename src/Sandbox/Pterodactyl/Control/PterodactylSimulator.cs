using System.Globalization;
using Elizon.Sandbox.Control;
using Elizon.Sandbox.Hosting;
using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Pterodactyl.Panel;
using Elizon.Sandbox.Pterodactyl.Panel.Schedules;
using Elizon.Sandbox.Pterodactyl.Wings;

namespace Elizon.Sandbox.Pterodactyl.Control;

/// <summary>The panel and its nodes on the control page.</summary>
internal sealed class PterodactylSimulator(
    PanelTables tables,
    PanelDaemons daemons,
    PterodactylOptions options,
    ScheduleRunner schedules
) : ISimulator
{
    private const int Shown = 50;

    public string Name => FaultSwitches.Simulator;

    public string Title => "Pterodactyl panel and nodes";

    public string Summary =>
        "Application and Client API on the panel's port, console sockets and signed URLs on the nodes' ports. "
        + $"Keys: {options.ApplicationKey} and {options.ClientKey}.";

    public PendingWork Pending =>
        new(daemons.Nodes.Sum(node => node.Busy) + schedules.Running, schedules.NextDue);

    public bool Owns(HttpContext context) =>
        context.Listener().Surface is Surface.Panel or Surface.Node;

    public IReadOnlyList<StateTable> State() => [Servers(), Nodes(), Eggs(), Users()];

    private StateTable Servers() =>
        new(
            "Servers",
            [
                "Server",
                "External id",
                "Name",
                "Game",
                "Status",
                "Power",
                "Address",
                "Node",
                "Sockets",
                "Lines",
            ],
            [.. tables.Servers.All.Reverse().Take(Shown).Select(Row)]
        );

    private StateRow Row(PanelServer server)
    {
        var game = daemons.Peek(server);
        var allocation = tables.AllocationOf(server);
        return new StateRow(
            [
                server.Identifier,
                server.ExternalId ?? "–",
                server.Name,
                tables.EggOf(server).Name,
                server.Status ?? "usable",
                game?.State ?? "not on its node",
                string.Create(CultureInfo.InvariantCulture, $"{allocation.Ip}:{allocation.Port}"),
                tables.NodeOf(server).Name,
                Number(game?.Sockets.Authenticated ?? 0),
                Number(game?.Console.Printed ?? 0),
            ],
            $"/control/pterodactyl/servers/{server.Uuid}"
        );
    }

    private StateTable Nodes() =>
        new(
            "Nodes",
            [
                "Node",
                "Location",
                "Address",
                "Daemon",
                "Servers",
                "Running",
                "Sockets",
                "Free ports",
            ],
            [.. tables.Nodes.All.Select(Row)]
        );

    private StateRow Row(PanelNode node)
    {
        var daemon = daemons.Find(node.Id);
        var servers = daemon?.Servers.ToList() ?? [];
        return new StateRow([
            $"{Number(node.Id)} {node.Name}",
            tables.LocationOf(node).Long ?? "",
            node.Address,
            daemon is null ? "none"
            : daemon.IsDown ? "restarting"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"up since {daemon.Denylist.BootedAt:HH:mm:ss}"
            ),
            Number(servers.Count),
            Number(servers.Count(server => server.State == PowerState.Running)),
            Number(servers.Sum(server => server.Sockets.Open.Length)),
            Number(
                tables.Allocations.All.Count(row => row.NodeId == node.Id && row.ServerId is null)
            ),
        ]);
    }

    private StateTable Eggs() =>
        new(
            "Eggs",
            ["Egg", "Name", "Nest", "Images", "Variables"],
            [
                .. tables
                    .Eggs.All.Reverse()
                    .Take(Shown)
                    .Select(egg => new StateRow([
                        Number(egg.Id),
                        egg.Name,
                        tables.Nests.Find(egg.NestId)?.Name ?? "",
                        Number(egg.Images.Count),
                        Number(egg.Variables.Count),
                    ])),
            ]
        );

    private StateTable Users() =>
        new(
            "Users",
            ["User", "Username", "Mail", "External id", "Servers"],
            [
                .. tables
                    .Users.All.Reverse()
                    .Take(Shown)
                    .Select(user => new StateRow([
                        Number(user.Id),
                        user.Username + (user.RootAdmin ? " (root)" : ""),
                        user.Email,
                        user.ExternalId ?? "–",
                        Number(tables.Servers.All.Count(server => server.OwnerId == user.Id)),
                    ])),
            ]
        );

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
