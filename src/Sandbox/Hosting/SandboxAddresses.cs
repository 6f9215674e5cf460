using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Elizon.Sandbox.Hosting;

/// <summary>The addresses that were really bound; known once the host has started.</summary>
public sealed class SandboxAddresses
{
    private readonly List<(SandboxListener Listener, ListenOptions Options)> _listeners = [];

    public Uri Control => Of(Surface.Control, 0);

    public Uri Panel => Of(Surface.Panel, 0);

    public IReadOnlyList<Uri> Nodes =>
        [
            .. _listeners
                .Where(l => l.Listener.Surface == Surface.Node)
                .Select(l => Address(l.Options)),
        ];

    public int SmtpPort { get; internal set; }

    internal void Add(SandboxListener listener, ListenOptions options) =>
        _listeners.Add((listener, options));

    private Uri Of(Surface surface, int index) =>
        Address(_listeners.Single(l => l.Listener == new SandboxListener(surface, index)).Options);

    // Kestrel replaces the end point by the bound one, so port 0 reads as the real port after the start.
    private static Uri Address(ListenOptions options) => new($"http://{options.IPEndPoint}/");
}
