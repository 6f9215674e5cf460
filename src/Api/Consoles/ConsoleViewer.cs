using Elizon.Consoles;
using Elizon.Services;

namespace Elizon.Api.Consoles;

/// <summary>One open stream: a cursor into the feed of its service, and whom it belongs to.</summary>
internal sealed class ConsoleViewer(ConsoleFeed feed, ConsoleBinding binding, Caller caller)
{
    private readonly List<ConsoleFrame> _ready = [];
    private string? _end;
    private long _cursor;
    private ConsolePosition? _last;

    public bool Matches(Revocation revocation) =>
        (revocation.User is not { } user || user == caller.User)
        && (revocation.Credential is not { } credential || credential == caller.By)
        && (revocation.Service is not { } service || service == binding.Service);

    /// <summary>Ends the stream after what it has got; the first reason counts.</summary>
    public void End(string reason) => Interlocked.CompareExchange(ref _end, reason, null);

    /// <summary>Writes until the viewer leaves, is ended, or the host stops.</summary>
    public async Task Run(Stream body, ConsolePosition? after, CancellationToken left)
    {
        _last = after;
        Join(feed.Join(after, binding.Status));
        while (!left.IsCancellationRequested)
        {
            var changed = feed.Changed;
            if (Volatile.Read(ref _end) is { } reason)
            {
                await body.WriteAsync(ConsoleFrame.OfEnd(reason).Bytes, left);
                await body.FlushAsync(left);
                return;
            }
            if (Collect())
                await Write(body, left);
            else
                await changed.WaitAsync(left);
        }
    }

    private bool Collect()
    {
        while (_ready.Count < 64)
        {
            var frame = feed.At(_cursor, out var lagged);
            if (lagged)
            {
                Join(feed.Rejoin(_last));
                break;
            }
            if (frame is null)
                break;
            _ready.Add(frame);
            _cursor++;
        }
        return _ready.Count > 0;
    }

    private void Join((List<ConsoleFrame> First, long Cursor) joined)
    {
        _ready.AddRange(joined.First);
        _cursor = joined.Cursor;
    }

    private async Task Write(Stream body, CancellationToken left)
    {
        foreach (var frame in _ready)
        {
            await body.WriteAsync(frame.Bytes, left);
            _last = frame.Last ?? _last;
        }
        _ready.Clear();
        await body.FlushAsync(left);
    }
}
