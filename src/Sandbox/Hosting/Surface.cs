namespace Elizon.Sandbox.Hosting;

/// <summary>What a port of the sandbox stands for.</summary>
public enum Surface
{
    /// <summary>Control API and pages, Mollie, mailbox: everything whose base URL is free to choose.</summary>
    Control,

    /// <summary>The game panel.</summary>
    Panel,

    /// <summary>A game node; <see cref="SandboxListener.Index"/> says which.</summary>
    Node,
}

/// <summary>
/// The listener that a connection came in on. Set per connection by Kestrel, so a forged Host header cannot reach
/// another surface. Read it with <see cref="SurfaceRouting.Listener"/>.
/// </summary>
public sealed record SandboxListener(Surface Surface, int Index);
