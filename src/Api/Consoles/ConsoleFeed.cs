using Elizon.Consoles;
using Elizon.Services;

namespace Elizon.Api.Consoles;

/// <summary>
/// The last frames of one service, bounded by number and bytes. Each viewer is a cursor into it, so a viewer that stops
/// reading costs nothing but its socket's buffer; when the ring has passed its cursor it is told how much it missed.
/// </summary>
internal sealed class ConsoleFeed
{
    private const int MaxFrames = 2_048;
    private const long MaxBytes = 4 * 1024 * 1024;
    private const int FreshLines = 150;

    private readonly ConsoleFrame?[] _frames = new ConsoleFrame?[MaxFrames];
    private readonly Lock _lock = new();
    private long _oldest;
    private long _next;
    private long _bytes;

    /// <summary>The server's state as far as known; what a new viewer hears first.</summary>
    public ServiceStatus? Status { get; private set; }

    /// <summary>The last line so far; null before the first batch.</summary>
    public ConsolePosition? Last { get; private set; }

    /// <summary>Takes a batch of the grain; lines that are here already are passed over.</summary>
    public void Take(ConsoleBatch batch)
    {
        lock (_lock)
        {
            if (batch.Gap is { } gap)
                Append(ConsoleFrame.OfGap(gap.After ?? Last, gap.AtMost));
            else if (Missed(batch) is > 0 and var missed)
                Append(ConsoleFrame.OfGap(Last, (int)missed));
            if (Fresh(batch) is { Length: > 0 } lines)
                Append(ConsoleFrame.OfLines(batch.Last, lines));
            if (Last is not { } last || last.Epoch != batch.Last.Epoch || last.Seq < batch.Last.Seq)
                Last = batch.Last;
            if (batch.Status is { } status && status != Status)
                Append(ConsoleFrame.OfStatus((Status = status).Value));
            if (batch.Stats is { } stats)
                Append(ConsoleFrame.OfStats(stats));
        }
    }

    public void Add(ConsoleFrame frame)
    {
        lock (_lock)
            Append(frame);
    }

    /// <summary>The frame at a cursor; null when it is the next to come. <paramref name="lagged"/>: the ring has passed it.</summary>
    public ConsoleFrame? At(long cursor, out bool lagged)
    {
        if (cursor >= Volatile.Read(ref _next))
        {
            lagged = false;
            return null;
        }
        var frame = Volatile.Read(ref _frames[cursor % MaxFrames]);
        lagged = frame is null || frame.Index != cursor;
        return lagged ? null : frame;
    }

    /// <summary>What a viewer gets first, and where it goes on: all under one lock, so that nothing falls between.</summary>
    public (List<ConsoleFrame> First, long Cursor) Join(
        ConsolePosition? after,
        ServiceStatus fallback
    )
    {
        lock (_lock)
        {
            var first = new List<ConsoleFrame> { ConsoleFrame.OfStatus(Status ?? fallback) };
            first.AddRange(After(after));
            return (first, _next);
        }
    }

    /// <summary>Back into the ring for a viewer that fell behind: a gap, then what is still here.</summary>
    public (List<ConsoleFrame> First, long Cursor) Rejoin(ConsolePosition? after)
    {
        lock (_lock)
            return (After(after ?? new ConsolePosition(0, 0)), _next);
    }

    /// <summary>What a new activation needs to go on: more lines than any provider replays.</summary>
    public ConsoleTail? Tail()
    {
        lock (_lock)
            return Last is { } last
                ? new ConsoleTail(
                    last,
                    [.. Kept(last.Epoch).SelectMany(f => f.Lines).TakeLast(400)]
                )
                : null;
    }

    private List<ConsoleFrame> After(ConsolePosition? after)
    {
        if (Last is not { } last)
            return [];
        if (after is not { } position)
            return Lines(last, [.. Kept(last.Epoch).SelectMany(f => f.Lines).TakeLast(FreshLines)]);
        if (position.Epoch != last.Epoch)
            return
            [
                ConsoleFrame.OfGap(position.Epoch == 0 ? null : position, null),
                .. Lines(last, [.. Kept(last.Epoch).SelectMany(f => f.Lines)]),
            ];
        string[] kept = [.. Kept(last.Epoch).SelectMany(f => f.Lines)];
        var missing = Math.Max(0, last.Seq - position.Seq);
        return missing > kept.Length
            ?
            [
                ConsoleFrame.OfGap(position, (int)Math.Min(missing - kept.Length, int.MaxValue)),
                .. Lines(last, kept),
            ]
            : Lines(last, kept[^(int)missing..]);
    }

    private static List<ConsoleFrame> Lines(ConsolePosition last, string[] lines) =>
        lines.Length == 0 ? [] : [ConsoleFrame.OfLines(last, lines)];

    /// <summary>Frames with lines of this epoch that end in an unbroken run at the newest.</summary>
    private IEnumerable<ConsoleFrame> Kept(long epoch)
    {
        for (var i = _oldest; i < _next; i++)
            if (_frames[i % MaxFrames] is { Last: { } last } frame && last.Epoch == epoch)
                yield return frame;
    }

    private string[] Fresh(ConsoleBatch batch)
    {
        if (Last is not { } last || last.Epoch != batch.Last.Epoch)
            return batch.Lines;
        var fresh = Math.Clamp(batch.Last.Seq - last.Seq, 0, batch.Lines.Length);
        return batch.Lines[^(int)fresh..];
    }

    private long Missed(ConsoleBatch batch) =>
        Last is { } last && last.Epoch == batch.Last.Epoch
            ? batch.Last.Seq - batch.Lines.Length - last.Seq
            : 0;

    private void Append(ConsoleFrame frame)
    {
        frame = ReferenceEquals(frame, ConsoleFrame.Heartbeat)
            ? new ConsoleFrame(frame.Bytes.ToArray())
            : frame;
        frame.Index = _next;
        while (
            _next - _oldest >= MaxFrames
            || (_bytes + frame.Bytes.Length > MaxBytes && _oldest < _next)
        )
            Drop();
        _bytes += frame.Bytes.Length;
        Volatile.Write(ref _frames[_next % MaxFrames], frame);
        Volatile.Write(ref _next, _next + 1);
    }

    private void Drop()
    {
        ref var slot = ref _frames[_oldest++ % MaxFrames];
        _bytes -= slot?.Bytes.Length ?? 0;
        Volatile.Write(ref slot, null);
    }
}
