using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

/// <summary>A console socket of a test: every frame lands in order in a queue; the end of the line ends the queue.</summary>
public sealed class TestConsole : IAsyncDisposable
{
    // No test waits for it: it only turns a hang into a failure.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly ClientWebSocket _socket = new();
    private readonly Channel<ConsoleFrame> _frames = Channel.CreateUnbounded<ConsoleFrame>();
    private readonly CancellationTokenSource _end = new();
    private Task _reader = Task.CompletedTask;

    private TestConsole() { }

    /// <summary>How the line ended, once it has: a close code, or null for a cut.</summary>
    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public string? CloseText => _socket.CloseStatusDescription;

    /// <summary>Connects and authenticates; <c>auth success</c>, <c>status</c> and, for an offline server, <c>stats</c> are waiting.</summary>
    public static async Task<TestConsole> Open(ServerTest test, TestServer server, string? key)
    {
        var (socket, token) = await test.Ticket(server, key);
        var console = await Connect(socket, test.Origin);
        await console.Send("auth", token);
        return console;
    }

    /// <exception cref="WebSocketException">The daemon refused the handshake; the message holds the status.</exception>
    public static async Task<TestConsole> Connect(Uri socket, string? origin)
    {
        var console = new TestConsole();
        if (origin is not null)
            console._socket.Options.SetRequestHeader("Origin", origin);
        console._socket.Options.CollectHttpResponseDetails = true;
        using var patience = new CancellationTokenSource(Patience);
        await console._socket.ConnectAsync(socket, patience.Token);
        console._reader = console.Read();
        return console;
    }

    public Task Send(string name, params string[] args) =>
        SendText(JsonSerializer.Serialize(new { @event = name, args }));

    public Task SendText(string text) =>
        _socket.SendAsync(
            Encoding.UTF8.GetBytes(text),
            WebSocketMessageType.Text,
            true,
            _end.Token
        );

    /// <summary>The next frame, whatever it is.</summary>
    public async Task<ConsoleFrame> Next()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _frames.Reader.ReadAsync(patience.Token);
    }

    /// <summary>The next frame of that name; others before it are passed over.</summary>
    public async Task<ConsoleFrame> Next(string name, Predicate<string>? matches = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var frame = await _frames.Reader.ReadAsync(patience.Token);
            if (frame.Event == name && matches?.Invoke(frame.Text) != false)
                return frame;
        }
    }

    /// <summary>All frames up to the one that answers a <c>send stats</c> sent now: nothing more is on its way.</summary>
    public async Task<IReadOnlyList<ConsoleFrame>> Drain()
    {
        await Send("send stats");
        var frames = new List<ConsoleFrame>();
        while (true)
        {
            var frame = await Next();
            if (frame.Event == "stats")
                return frames;
            frames.Add(frame);
        }
    }

    /// <summary>Reads to the end of the line.</summary>
    public async Task<IReadOnlyList<ConsoleFrame>> ToEnd()
    {
        using var patience = new CancellationTokenSource(Patience);
        var frames = new List<ConsoleFrame>();
        await foreach (var frame in _frames.Reader.ReadAllAsync(patience.Token))
            frames.Add(frame);
        return frames;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _reader;
        _socket.Dispose();
        _end.Dispose();
    }

    private async Task Read()
    {
        var buffer = new byte[512 * 1024];
        try
        {
            while (await Receive(buffer) is { } text)
                _frames.Writer.TryWrite(ConsoleFrame.Parse(text));
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException)
        {
            // A cut line ends the queue like a closed one; CloseStatus tells them apart.
        }
        _frames.Writer.TryComplete();
    }

    private async Task<string?> Receive(byte[] buffer)
    {
        var length = 0;
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer.AsMemory(length), _end.Token);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            length += part.Count;
            if (part.EndOfMessage)
                return Encoding.UTF8.GetString(buffer, 0, length);
        }
    }
}

/// <summary>A frame of the daemon.</summary>
public sealed record ConsoleFrame(string Event, IReadOnlyList<string> Args)
{
    public string Text => string.Concat(Args);

    public static ConsoleFrame Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        var args = root.TryGetProperty("args", out var list)
            ? list.EnumerateArray().Select(arg => arg.GetString()!).ToList()
            : [];
        return new ConsoleFrame(root.GetProperty("event").GetString()!, args);
    }
}
