using System.Net;
using System.Net.Sockets;

namespace Elizon.Api.Rules;

/// <summary>
/// Where a request comes from; handlers take it as a parameter where a login or a session list needs it. Personal data:
/// never logged.
/// </summary>
/// <param name="Address">Without port; the client's own, as configured proxies tell it.</param>
/// <param name="Agent">User-Agent, cut to 256 characters; empty when none was sent.</param>
/// <param name="Credential">Hash of the token the request came with, the id of its session or key; null without one.</param>
public sealed record Client(string Address, string Agent, string? Credential)
{
    internal static Client Of(HttpContext http, string? credential)
    {
        var agent = http.Request.Headers.UserAgent.ToString();
        return new Client(
            Text(http.Connection.RemoteIpAddress),
            agent.Length > 256 ? agent[..256] : agent,
            credential
        );
    }

    /// <summary>What a limit counts: an IPv4 address, or the /64 that one IPv6 subscriber holds.</summary>
    internal static string Counted(IPAddress? address)
    {
        if (
            address
            is not { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
        )
            return Text(address);
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[8..].Clear();
        return $"{new IPAddress(bytes)}/64";
    }

    private static string Text(IPAddress? address) =>
        address is { IsIPv4MappedToIPv6: true }
            ? address.MapToIPv4().ToString()
            : address?.ToString() ?? "unknown";
}
