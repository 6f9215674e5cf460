using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Elizon.Api.Hosting;

namespace Elizon.Silo.Hosting;

/// <summary>
/// Orleans must know its ports before it listens. Taken at random below the range the kernel uses for outgoing
/// connections, so that neither those nor another silo starting at the same time are likely to get there first.
/// </summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int Last = 32_000;

    public static int Pick(IPAddress address)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            var port = RandomNumberGenerator.GetInt32(First, Last);
            if (IsFree(address, port))
                return port;
        }
        throw new CannotStartException($"No free port was found on {address}.");
    }

    private static bool IsFree(IPAddress address, int port)
    {
        using var listener = new TcpListener(address, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
