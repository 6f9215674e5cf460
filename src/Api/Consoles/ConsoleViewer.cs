using System.Buffers;
using System.IO.Pipelines;
using Elizon.Consoles;
using Elizon.Services;

namespace Elizon.Api.Consoles;

/// <summary>One open stream: a cursor into the feed of its service, and whom it belongs to.</summary>
internal sealed class ConsoleViewer(ConsoleFeed feed, ConsoleBinding binding, Caller caller)
{
    /// <summary>So much is handed to the connection before it must have taken it.</summary>
    private const int FlushAt = 32 * 1024;

    private readonly List<ConsoleFrame> _ready = [];
    private string? _end;
    private long _cursor;
    private ConsolePosition? _last;

    public ViewerSignal Signal { get; } = new();

    public bool Matches(Revocation revocation) =>
        (revocation.User is not { } user || user == caller.User)
        && (revocation.Credential is not { } credential || credential == caller.By)
        && (revocation.Service is not { } service || service == binding.Service);

    /// <summary>Ends the stream after what it has got; the first reason counts.</summary>
    public void End(string reason) => Interlocked.CompareExchange(ref _end, reason, null);

    /// <summary>Writes until the viewer leaves, is ended, or the host stops.</summary>
    public async Task Run(PipeWriter body, ConsolePosition? after, CancellationToken left)
    {
        await using var leaving = left.UnsafeRegister(_ => Leave(body), null);
        _last = after;
        Join(feed.Join(after, binding.Status));
        while (!left.IsCancellationRequested)
        {
            Signal.Clear();
            if (Volatile.Read(ref _end) is { } reason)
            {
                body.Write(ConsoleFrame.OfEnd(reason).Bytes.Span);
                await body.FlushAsync(CancellationToken.None);
                return;
            }
            if (!Collect())
                await Signal.Wait();
            else if (!await Write(body))
                return;
        }
    }

    /// <summary>Once, instead of a token in every flush: registering one a thousand times a tick is what that costs.</summary>
    private void Leave(PipeWriter body)
    {
        body.CancelPendingFlush();
        Signal.Set();
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

    /// <summary>False when the viewer is gone.</summary>
    private async ValueTask<bool> Write(PipeWriter body)
    {
        var gone = false;
        var unflushed = 0;
        foreach (var frame in _ready)
        {
            body.Write(frame.Bytes.Span);
            _last = frame.Last ?? _last;
            unflushed += frame.Bytes.Length;
            if (unflushed < FlushAt)
                continue;
            gone = !await Flushed(body);
            unflushed = 0;
            if (gone)
                break;
        }
        _ready.Clear();
        return !gone && (unflushed == 0 || await Flushed(body));
    }

    private static async ValueTask<bool> Flushed(PipeWriter body) =>
        await body.FlushAsync(CancellationToken.None) is { IsCompleted: false, IsCanceled: false };
}
