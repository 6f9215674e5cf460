using System.Net;
using System.Net.Sockets;

namespace Elizon.Grains.ApiKeys;

/// <summary>Where a key may be used from; an empty list is everywhere.</summary>
internal sealed class KeyNetworks
{
    private readonly IPNetwork[] _networks;

    private KeyNetworks(IPNetwork[] networks) => _networks = networks;

    public static KeyNetworks Of(IEnumerable<string> texts) =>
        new([.. texts.Select(t => TryParse(t, out var network) ? network : default)]);

    /// <summary>"203.0.113.7" is a network of one. Host bits behind the prefix are refused: they hint at a slip.</summary>
    public static bool TryParse(string text, out IPNetwork network)
    {
        // The framework reads "7" as 0.0.0.7.
        if (text.AsSpan().ContainsAny('.', ':') && IPAddress.TryParse(text, out var address))
        {
            network = new IPNetwork(address, Bits(address));
            return true;
        }
        // The framework cuts the host bits off.
        return IPNetwork.TryParse(text, out network)
            && IPAddress
                .Parse(text.AsSpan(0, text.IndexOf('/', StringComparison.Ordinal)))
                .Equals(network.BaseAddress);
    }

    public bool Allows(string address) =>
        _networks.Length == 0
        || (IPAddress.TryParse(address, out var ip) && _networks.Any(n => n.Contains(ip)));

    /// <summary>True when every place of this list is in the other one.</summary>
    public bool IsWithin(KeyNetworks other) =>
        other._networks.Length == 0
        || (
            _networks.Length > 0
            && _networks.All(n =>
                other._networks.Any(o =>
                    o.PrefixLength <= n.PrefixLength && o.Contains(n.BaseAddress)
                )
            )
        );

    private static int Bits(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? 128 : 32;
}
