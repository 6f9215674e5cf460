using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Elizon.Sandbox.Hosting;

/// <summary>Opens one Kestrel listener per surface and marks each connection with it.</summary>
internal sealed class SandboxListeners(SandboxOptions options, SandboxAddresses addresses)
    : IConfigureOptions<KestrelServerOptions>
{
    public void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        Listen(kestrel, options.Port, new SandboxListener(Surface.Control, 0));
        Listen(kestrel, options.PanelPort, new SandboxListener(Surface.Panel, 0));
        for (var i = 0; i < options.NodePorts.Length; i++)
            Listen(kestrel, options.NodePorts[i], new SandboxListener(Surface.Node, i));
    }

    private void Listen(KestrelServerOptions kestrel, int port, SandboxListener listener) =>
        kestrel.Listen(
            IPAddress.Parse(options.Host),
            port,
            listen =>
            {
                addresses.Add(listener, listen);
                listen.Use(next =>
                    connection =>
                    {
                        connection.Features.Set(listener);
                        return next(connection);
                    }
                );
            }
        );
}
