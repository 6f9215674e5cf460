using System.Globalization;
using System.Net;
using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel.Application;

/// <summary>Addresses and ports of a node.</summary>
internal static class AllocationRoutes
{
    private const int PortFloor = 1024;
    private const int PortCeiling = 65_535;
    private const int LongestRange = 1000;
    private const int WidestBlock = 25;

    public static PanelAnswer List(PanelCall call, PanelContext panel)
    {
        var node = PlaceRoutes.Find(call, panel);
        return call.Page(
            panel,
            ApplicationShapes.Allocation,
            new PanelQuery<PanelAllocation>(
                panel.Tables.Allocations.All.Where(row => row.NodeId == node.Id)
            )
                .Exact("ip", row => row.Ip)
                .Exact("port", row => row.Port.ToString(CultureInfo.InvariantCulture))
                .Filter("ip_alias", row => row.Alias)
                .Filter("server_id", Belongs)
                .Run(call)
        );
    }

    public static PanelAnswer Create(PanelCall call, PanelContext panel)
    {
        var node = PlaceRoutes.Find(call, panel);
        PanelCall.Check(
            call.Validator()
                .Field("ip", "required|string")
                .Field("alias", "sometimes|nullable|string|max:191")
                .Field("ports", "required|array")
                .Field("ports.*", "string")
        );
        var addresses = Addresses(call.Text("ip")!);
        var ports = call.Texts("ports").SelectMany(Ports).ToList();
        panel.Tables.Change(changes =>
        {
            var known = panel
                .Tables.Allocations.All.Where(row => row.NodeId == node.Id)
                .Select(row => (row.Ip, row.Port))
                .ToHashSet();
            foreach (
                var (ip, port) in addresses
                    .SelectMany(ip => ports.Select(port => (ip, port)))
                    .Where(known.Add)
            )
            {
                var id = changes.NextId(panel.Tables.Allocations.Kind);
                changes.Put(
                    panel.Tables.Allocations,
                    new PanelAllocation
                    {
                        Id = id,
                        NodeId = node.Id,
                        Ip = ip,
                        Port = port,
                        Alias = call.Text("alias"),
                    }
                );
            }
        });
        return PanelAnswer.NoContent;
    }

    public static PanelAnswer Delete(PanelCall call, PanelContext panel)
    {
        panel.Tables.Change(changes =>
        {
            var node = PlaceRoutes.Find(call, panel);
            var allocation = panel.Tables.Allocations.Find(call.RouteId("allocation"));
            if (allocation?.NodeId != node.Id)
                throw PanelFailures.NotFound();
            if (allocation.ServerId is not null)
                throw PanelFailures.Display(
                    "A server is currently assigned to this allocation. An allocation can only be deleted if no server is currently assigned.",
                    "ServerUsingAllocationException"
                );
            changes.Remove(panel.Tables.Allocations, allocation);
        });
        return PanelAnswer.NoContent;
    }

    // Anything that is no number, and 0, means "free".
    private static bool Belongs(PanelAllocation row, string wanted) =>
        int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
            ? row.ServerId == id
            : row.ServerId is null;

    private static List<string> Addresses(string text)
    {
        if (!text.Contains('/', StringComparison.Ordinal))
            return IPAddress.TryParse(text, out var single)
                ? [single.ToString()]
                : throw PanelFailures.Display(
                    $"Could not parse provided allocation IP address ({text}): Invalid IP address format"
                );
        if (
            !IPNetwork.TryParse(text, out var block)
            || block.PrefixLength < WidestBlock
            || block.BaseAddress.GetAddressBytes().Length != 4
        )
            throw PanelFailures.Display(
                "CIDR notation only allows masks between /25 and /32.",
                "CidrOutOfRangeException"
            );
        var first = block.BaseAddress.GetAddressBytes();
        return
        [
            .. Enumerable
                .Range(first[3], 1 << (32 - block.PrefixLength))
                .Select(last =>
                    new IPAddress([first[0], first[1], first[2], (byte)last]).ToString()
                ),
        ];
    }

    private static IEnumerable<int> Ports(string text)
    {
        var parts = text.Split('-');
        if (
            parts.Length > 2
            || !parts.All(part => part.Length is > 0 and <= 5 && part.All(char.IsAsciiDigit))
        )
            throw PanelFailures.Display(
                $"The mapping provided for {text} was invalid and could not be processed.",
                "InvalidPortMappingException"
            );
        var from = int.Parse(parts[0], CultureInfo.InvariantCulture);
        var to = int.Parse(parts[^1], CultureInfo.InvariantCulture);
        if (Math.Abs(to - from) >= LongestRange)
            throw PanelFailures.Display(
                "Adding more than 1000 ports in a single range at once is not supported.",
                "TooManyPortsInRangeException"
            );
        if (Math.Min(from, to) <= PortFloor || Math.Max(from, to) > PortCeiling)
            throw PanelFailures.Display(
                "Ports in an allocation must be greater than 1024 and less than or equal to 65535.",
                "PortOutOfRangeException"
            );
        return Enumerable.Range(Math.Min(from, to), Math.Abs(to - from) + 1);
    }
}
