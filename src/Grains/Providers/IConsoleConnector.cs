using System.Threading.Channels;
using Elizon.Consoles;
using Elizon.Services;

namespace Elizon.Grains.Providers;

/// <summary>Opens consoles at one kind of provider.</summary>
public interface IConsoleConnector
{
    /// <summary>As in <see cref="Elizon.Providers.ProviderSettings.Kind"/>.</summary>
    string ProviderKind { get; }

    /// <summary>Starts to connect and keeps connected until disposed; never throws for the outside world.</summary>
    IConsoleUpstream Open(ConsoleBinding binding);
}

/// <summary>
/// One upstream connection with everything that keeps it alive: tokens, reconnects, back-off. It reads on the thread pool,
/// so that a flood never occupies a grain's turn.
/// </summary>
public interface IConsoleUpstream : IAsyncDisposable
{
    /// <summary>What happens, in order. Bounded: when nobody reads, the oldest lines are dropped and counted.</summary>
    ChannelReader<UpstreamEvent> Events { get; }

    /// <summary>Sends one line. False: not connected, nothing was sent.</summary>
    Task<bool> Send(string command, CancellationToken cancellation);
}

/// <summary>Something an upstream says.</summary>
public abstract record UpstreamEvent
{
    /// <summary>One line of output.</summary>
    public sealed record Line(string Text) : UpstreamEvent;

    /// <summary>The server's state.</summary>
    public sealed record State(ServiceStatus Status) : UpstreamEvent;

    /// <summary>New figures.</summary>
    public sealed record Stats(ConsoleStats Figures) : UpstreamEvent;

    /// <summary>
    /// Connected (again). What comes until <see cref="ReplayEnded"/> is the provider's own replay of at most
    /// <paramref name="Length"/> lines, mixed with live lines: align it with what is known.
    /// </summary>
    public sealed record ReplayBegan(int Length) : UpstreamEvent;

    /// <summary>The replay is complete.</summary>
    public sealed record ReplayEnded : UpstreamEvent;

    /// <summary>So many lines were dropped here because nobody read them.</summary>
    public sealed record Dropped(int Lines) : UpstreamEvent;

    /// <summary>The provider does not let us in any more: "deleted" or "suspended". Final.</summary>
    public sealed record Ended(string Reason) : UpstreamEvent;
}
