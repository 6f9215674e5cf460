using System.Diagnostics.Metrics;
using System.IO.Pipelines;
using Elizon.Consoles;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Elizon.Api.Consoles;

/// <summary>All consoles watched through this process: one line per service, opened with the first viewer, closed a while after the last.</summary>
internal sealed class ConsoleHub : IDisposable
{
    /// <summary>A reload of the page finds the line still open.</summary>
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(30);

    /// <summary>Longer than any request takes from the gate to its stream.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(30);

    private readonly Dictionary<ServiceId, Open> _consoles = [];
    private readonly Queue<(DateTimeOffset At, Revocation Revocation)> _revoked = [];
    private readonly Lock _lock = new();
    private readonly IGrainFactory _grains;
    private readonly TimeProvider _clock;
    private readonly ILoggerFactory _loggers;
    private readonly CancellationToken _stopping;
    private readonly ITimer _cleaner;
    private readonly Meter _meter = new("Elizon.Api");

    public ConsoleHub(
        IGrainFactory grains,
        TimeProvider clock,
        ILoggerFactory loggers,
        IHostApplicationLifetime lifetime
    )
    {
        (_grains, _clock, _loggers, _stopping) = (
            grains,
            clock,
            loggers,
            lifetime.ApplicationStopping
        );
        _cleaner = clock.CreateTimer(_ => CloseUnwatched(), null, Linger, TimeSpan.FromSeconds(5));
        _meter.CreateObservableGauge(
            "elizon.console.viewers",
            () => Viewers,
            description: "Open console streams."
        );
        _meter.CreateObservableGauge(
            "elizon.console.lines",
            () => Consoles,
            description: "Consoles this process is attached to."
        );
    }

    public int Viewers
    {
        get
        {
            lock (_lock)
                return _consoles.Values.Sum(c => c.Console.Viewers);
        }
    }

    public int Consoles
    {
        get
        {
            lock (_lock)
                return _consoles.Count;
        }
    }

    /// <summary>Writes one viewer's stream until it ends.</summary>
    public async Task Stream(
        ConsoleBinding binding,
        Caller caller,
        ConsolePosition? after,
        PipeWriter body,
        CancellationToken left
    )
    {
        var (console, viewer) = Join(binding, caller);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(left, _stopping);
        try
        {
            await viewer.Run(body, after, end.Token);
        }
        finally
        {
            Leave(console, viewer);
        }
    }

    public void End(Revocation revocation)
    {
        Open[] consoles;
        lock (_lock)
        {
            var now = _clock.GetUtcNow();
            _revoked.Enqueue((now, revocation));
            while (_revoked.Peek().At < now - Recent)
                _revoked.Dequeue();
            consoles = [.. _consoles.Values];
        }
        // Outside the lock: viewers write their end right here. One that joins meanwhile finds the revocation above.
        foreach (var open in consoles)
            open.Console.End(v => v.Matches(revocation), revocation.Reason);
    }

    public void Dispose()
    {
        _cleaner.Dispose();
        _meter.Dispose();
    }

    private (Open, ConsoleViewer) Join(ConsoleBinding binding, Caller caller)
    {
        lock (_lock)
        {
            if (!_consoles.TryGetValue(binding.Service, out var open))
            {
                var console = new ServiceConsole(
                    binding,
                    _grains,
                    _clock,
                    _loggers.CreateLogger<ServiceConsole>()
                );
                _consoles[binding.Service] = open = new Open(
                    console,
                    CancellationTokenSource.CreateLinkedTokenSource(_stopping)
                );
                _ = console.Run(open.Stop.Token);
            }
            var viewer = open.Console.Add(caller, binding);
            // What was withdrawn after the gate had let this request through met no viewer to end.
            foreach (var (_, revocation) in _revoked.Where(r => r.At > caller.At))
                if (viewer.Matches(revocation))
                    viewer.End(revocation.Reason);
            return (open, viewer);
        }
    }

    private void Leave(Open open, ConsoleViewer viewer)
    {
        lock (_lock)
        {
            open.Console.Remove(viewer);
            open.UnwatchedSince = _clock.GetUtcNow();
        }
    }

    private void CloseUnwatched()
    {
        lock (_lock)
            foreach (
                var (service, open) in _consoles
                    .Where(c =>
                        c.Value.Console.Viewers == 0
                        && _clock.GetUtcNow() - c.Value.UnwatchedSince > Linger
                    )
                    .ToArray()
            )
            {
                _consoles.Remove(service);
                open.Stop.Cancel();
            }
    }

    private sealed class Open(ServiceConsole console, CancellationTokenSource stop)
    {
        public ServiceConsole Console { get; } = console;

        public CancellationTokenSource Stop { get; } = stop;

        public DateTimeOffset UnwatchedSince { get; set; }
    }
}
