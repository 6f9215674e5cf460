using System.Globalization;
using System.Security.Cryptography;
using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel.Application;

/// <summary>The panel's choice of a node and a port. Both are random among those that fit; nothing is locked.</summary>
internal static class Deployment
{
    /// <summary>Public nodes with room. An overallocation of -1 is no wildcard here: it takes a percent away.</summary>
    /// <exception cref="PanelFailure">400 when none has.</exception>
    public static IReadOnlyList<PanelNode> Nodes(
        PanelTables tables,
        IReadOnlyList<int> locations,
        long memory,
        long disk
    )
    {
        var fitting = tables
            .Nodes.All.Where(node =>
                node.Public
                && (locations.Count == 0 || locations.Contains(node.LocationId))
                && Fits(tables, node, memory, disk)
            )
            .ToList();
        return fitting.Count > 0 ? fitting : throw PanelFailures.NoNode();
    }

    /// <exception cref="PanelFailure">400 when no free allocation is left in the ranges.</exception>
    public static PanelAllocation Allocation(
        PanelTables tables,
        IReadOnlyList<PanelNode> nodes,
        IReadOnlyList<string> ports,
        bool dedicated
    )
    {
        var ids = nodes.Select(node => node.Id).ToHashSet();
        var ranges = ports.Select(Range).OfType<(int From, int To)>().ToList();
        var taken = dedicated
            ? tables
                .Allocations.All.Where(row => row.ServerId is not null)
                .Select(row => (row.NodeId, row.Ip))
                .ToHashSet()
            : [];
        var free = tables
            .Allocations.All.Where(row =>
                row.ServerId is null
                && ids.Contains(row.NodeId)
                && !taken.Contains((row.NodeId, row.Ip))
            )
            .Where(row =>
                ranges.Count == 0
                || ranges.Any(range => row.Port >= range.From && row.Port <= range.To)
            )
            .ToList();
        return free.Count > 0
            ? free[RandomNumberGenerator.GetInt32(free.Count)]
            : throw PanelFailures.NoAllocation();
    }

    private static bool Fits(PanelTables tables, PanelNode node, long memory, long disk)
    {
        var servers = tables.Servers.All.Where(server => server.NodeId == node.Id).ToList();
        return servers.Sum(server => server.Memory) + memory
                <= node.Memory * (1 + (node.MemoryOverallocate / 100m))
            && servers.Sum(server => server.Disk) + disk
                <= node.Disk * (1 + (node.DiskOverallocate / 100m));
    }

    private static (int From, int To)? Range(string text)
    {
        var parts = text.Split('-');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from))
            return null;
        if (parts.Length == 1)
            return (from, from);
        return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            ? (from, to)
            : null;
    }
}
