using System.Net;
using System.Net.Sockets;

namespace Elizon.Grains.Identity;

/// <summary>What a limit per address counts: an IPv4 address, or the /64 that one IPv6 subscriber holds.</summary>
internal static class AddressKey
{
    public static string Of(string address)
    {
        if (
            !IPAddress.TryParse(address, out var ip)
            || ip.AddressFamily != AddressFamily.InterNetworkV6
        )
            return address;
        var bytes = ip.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}
