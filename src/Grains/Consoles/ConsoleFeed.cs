using Elizon.Consoles;
using Elizon.Grains.Providers;
using Elizon.Services;

namespace Elizon.Grains.Consoles;

/// <summary>
/// Turns upstream events into numbered batches. No I/O, so that it is tested line by line: what is a replay is aligned with
/// the lines that are known, what is a flood becomes few batches.
/// </summary>
internal sealed class ConsoleFeed(TimeProvider clock)
{
    /// <summary>Lines within one tick share a delivery.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(40);

    /// <summary>Compared with a replay: longer than the longest replay, so that an overlap can be told from a coincidence.</summary>
    private const int Known = 300;

    private LineRing _ring = new();
    private List<string> _numbered = [];
    private bool _adopted;
    private readonly TaskCompletionSource _statusKnown = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private long _epoch;
    private List<string>? _replay;
    private List<string>? _firstReplay;
    private List<string> _lines = [];
    private ServiceStatus? _newStatus;
    private ConsoleStats? _newStats;
    private ConsoleGap? _gap;
    private string? _end;

    public ServiceStatus? Status { get; private set; }

    public Task StatusKnown => _statusKnown.Task;

    private ConsolePosition Last => new(_epoch, _ring.Last);

    /// <summary>
    /// Goes on from the tail of the first watcher that has one, even when a command opened the upstream before it came.
    /// Later tails are behind or equal and change nothing.
    /// </summary>
    public void Adopt(ConsoleTail? tail)
    {
        if (tail is not null && !_adopted)
        {
            var own = _ring.After(0);
            _ring = new LineRing();
            _ring.Adopt(tail.Last.Seq, tail.Lines);
            _epoch = tail.Last.Epoch;
            Continue(ReplayAlignment.Align(tail.Lines, own));
        }
        _adopted |= tail is not null;
        if (_epoch == 0)
            _epoch = clock.GetUtcNow().ToUnixTimeMilliseconds();
    }

    /// <summary>The first batch for a watcher: what it has not seen.</summary>
    public ConsoleBatch Since(ConsolePosition? position)
    {
        if (position is not { } known || known.Epoch != _epoch)
            return new ConsoleBatch(
                Last,
                _ring.After(0),
                Status,
                Gap: position is null ? null : new ConsoleGap(position, null)
            );
        var missing = _ring.First - 1 - known.Seq;
        return new ConsoleBatch(
            Last,
            _ring.After(known.Seq),
            Status,
            Gap: missing > 0 ? new ConsoleGap(known, (int)missing) : null
        );
    }

    public void Take(UpstreamEvent happened)
    {
        switch (happened)
        {
            case UpstreamEvent.Line line:
                (_replay ?? _lines).Add(line.Text);
                break;
            case UpstreamEvent.State state:
                Status = _newStatus = state.Status;
                _statusKnown.TrySetResult();
                break;
            case UpstreamEvent.Stats stats:
                _newStats = stats.Figures;
                break;
            case UpstreamEvent.ReplayBegan:
                // Lines of this tick came over the old connection: number them before the replay is compared with them.
                Number(_lines);
                _firstReplay = _replay;
                _replay = [];
                break;
            case UpstreamEvent.ReplayEnded:
                TakeReplay();
                break;
            case UpstreamEvent.Dropped dropped:
                _gap = new ConsoleGap(Last, (_gap?.AtMost ?? 0) + dropped.Lines);
                break;
            case UpstreamEvent.Ended ended:
                _end = ended.Reason;
                break;
        }
    }

    /// <summary>The batch of this tick, or null when nothing happened that a watcher should hear.</summary>
    public ConsoleBatch? Flush()
    {
        Number(_lines);
        if (
            _numbered.Count == 0
            && _newStatus is null
            && _newStats is null
            && _gap is null
            && _end is null
        )
            return null;
        var batch = new ConsoleBatch(Last, [.. _numbered], _newStatus, _newStats, _gap, _end);
        (_numbered, _newStatus, _newStats, _gap, _end) = ([], null, null, null, null);
        return batch;
    }

    public ConsoleBatch Heartbeat() => new(Last, []);

    public ConsoleBatch End(string reason) => new(Last, [], End: reason);

    private void Number(List<string> lines)
    {
        foreach (var line in lines)
        {
            _ring.Append(line);
            _numbered.Add(line);
        }
        if (ReferenceEquals(lines, _lines))
            _lines = [];
    }

    /// <summary>
    /// A replay that was mixed with live lines is asked for a second time: when the second holds all the first one brought,
    /// its order counts. Otherwise both are taken one after the other.
    /// </summary>
    private void TakeReplay()
    {
        if (_replay is not { } received)
            return;
        var known = _ring.Newest(Known);
        if (_firstReplay is { } first)
        {
            var before = ReplayAlignment.Align(known, first);
            var after = ReplayAlignment.Align(known, received);
            if (before.Gap || after.Gap || before.New.Except(after.New).Any())
                Continue(before);
        }
        (_replay, _firstReplay) = (null, null);
        Continue(ReplayAlignment.Align(_ring.Newest(Known), received));
    }

    private void Continue(Aligned aligned)
    {
        if (aligned.Gap)
            _gap = new ConsoleGap(Last, aligned.AtMost);
        Number([.. aligned.New]);
    }
}
