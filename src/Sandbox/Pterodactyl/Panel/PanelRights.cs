using System.Net;
using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>What a key may do on the Application API.</summary>
internal static class PanelRights
{
    public const int Read = 1;
    public const int Write = 2;

    public static readonly IReadOnlyList<string> Resources =
    [
        "servers",
        "nodes",
        "allocations",
        "users",
        "locations",
        "nests",
        "eggs",
        "database_hosts",
        "server_databases",
    ];

    /// <summary>An account key of a root administrator may do everything.</summary>
    public static bool Allows(this PanelApiKey key, string resource, int right) =>
        !key.IsApplication || (key.Rights.GetValueOrDefault(resource) & right) == right;

    public static bool AllowsFrom(this PanelApiKey key, IPAddress? address) =>
        key.AllowedIps.Count == 0
        || (address is not null && key.AllowedIps.Exists(allowed => Contains(allowed, address)));

    private static bool Contains(string allowed, IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IPNetwork.TryParse(allowed, out var network)
            ? network.Contains(plain)
            : IPAddress.TryParse(allowed, out var single) && single.Equals(plain);
    }
}
