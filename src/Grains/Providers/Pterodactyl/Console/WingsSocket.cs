using System.Buffers;
using System.Net.WebSockets;

namespace Elizon.Grains.Providers.Pterodactyl.Console;

/// <summary>One WebSocket to a daemon: whole messages in, frames out one at a time, sizes bounded, dead peers noticed.</summary>
internal sealed class WingsSocket : IAsyncDisposable
{
    private const int MaxMessage = 1024 * 1024;

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly ArrayBufferWriter<byte> _buffer = new(16 * 1024);

    /// <summary>The close code after <see cref="Receive"/> returned null; null when the connection just broke.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    public async Task Connect(WingsTicket ticket, CancellationToken cancellation)
    {
        // The daemon compares Origin with the panel's address letter by letter; a missing or wrong one is 403.
        _socket.Options.SetRequestHeader("Origin", ticket.Origin);
        _socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(15);
        _socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(10);
        await _socket.ConnectAsync(ticket.Socket, cancellation).ConfigureAwait(false);
    }

    /// <summary>The next message, valid until the next call; null at the end. A message over 1 MiB is cut off.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> Receive(CancellationToken cancellation)
    {
        _buffer.ResetWrittenCount();
        while (true)
        {
            var result = await _socket
                .ReceiveAsync(_buffer.GetMemory(8 * 1024), cancellation)
                .ConfigureAwait(false);
            if (result.MessageType == WebSocketMessageType.Close)
                return null;
            if (_buffer.WrittenCount + result.Count <= MaxMessage)
                _buffer.Advance(result.Count);
            if (result.EndOfMessage)
                return _buffer.WrittenMemory;
        }
    }

    public async Task Send(byte[] frame, CancellationToken cancellation)
    {
        await _sending.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await _socket
                .SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, cancellation)
                .ConfigureAwait(false);
        }
        finally
        {
            _sending.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await _socket
                    .CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, deadline.Token)
                    .ConfigureAwait(false);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            // The peer is gone already.
        }
        _socket.Dispose();
        _sending.Dispose();
    }
}
