using System.Net.WebSockets;
using System.Threading.Channels;
using Elizon.Sandbox.Pterodactyl.Tokens;

namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>
/// One console socket: frames out through a bounded backlog that loses the oldest, messages in side by side. It stays
/// open when its token ends; every event is then replaced by <c>jwt error</c> and so lost.
/// </summary>
internal sealed partial class ConsoleSocket : IDisposable
{
    private readonly WebSocket _socket;
    private readonly Action _abort;
    private readonly Channel<OutgoingFrame> _out;
    private readonly CancellationTokenSource _ended = new();
    private TokenClaims? _token;
    private long _lost;

    public ConsoleSocket(WebSocket socket, GameServer server, Action abort)
    {
        _socket = socket;
        _abort = abort;
        Server = server;
        Limits = new SocketLimits(server.Node.Real);
        _out = Channel.CreateBounded<OutgoingFrame>(
            new BoundedChannelOptions(server.Node.Options.SocketBacklog)
            {
                FullMode = BoundedChannelFullMode.DropOldest,
                SingleReader = true,
            },
            _ => Interlocked.Increment(ref _lost)
        );
    }

    public GameServer Server { get; }
    public SocketLimits Limits { get; }
    public TokenClaims? Token => Volatile.Read(ref _token);
    public bool IsAuthenticated => Token is not null;

    /// <summary>Frames that were lost because the other end reads too slowly.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <summary>An event of the server: subject to the token.</summary>
    public void Post(SocketFrame frame) =>
        _out.Writer.TryWrite(new OutgoingFrame(frame, OutgoingKind.Event));

    /// <summary>An answer that goes out whatever the token says.</summary>
    public void Reply(SocketFrame frame) =>
        _out.Writer.TryWrite(new OutgoingFrame(frame, OutgoingKind.Reply));

    public void Close(int code, string reason) =>
        _out.Writer.TryWrite(new OutgoingFrame(null, OutgoingKind.Close, code, reason));

    /// <summary>Cuts the connection in the middle of a message.</summary>
    public void BreakOff() => _out.Writer.TryWrite(new OutgoingFrame(null, OutgoingKind.Break));

    /// <summary>Cuts the connection at once, without a close frame.</summary>
    public void Abort()
    {
        _out.Writer.TryComplete();
        _abort();
    }

    public void Accept(TokenClaims token) => Volatile.Write(ref _token, token);

    /// <summary>Runs until either side ends it.</summary>
    public async Task Run(SocketInbox inbox, CancellationToken aborted)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(aborted, _ended.Token);
        PlanTokenChecks();
        var writer = Write(both.Token);
        try
        {
            await inbox.Read(_socket, both.Token);
        }
        catch (Exception end)
            when (end is WebSocketException or OperationCanceledException or IOException)
        {
            // The other end went away, or we cut it; nothing is left to say on this line.
        }
        finally
        {
            _out.Writer.TryComplete();
            await _ended.CancelAsync();
            await writer;
        }
    }

    public void Dispose() => _ended.Dispose();

    private async Task Write(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var frame in _out.Reader.ReadAllAsync(cancellationToken))
                await Send(frame, cancellationToken);
        }
        catch (Exception end)
            when (end
                    is WebSocketException
                        or OperationCanceledException
                        or IOException
                        or ObjectDisposedException
            )
        {
            // As above: the line is dead.
        }
    }

    private async ValueTask Send(OutgoingFrame outgoing, CancellationToken cancellationToken)
    {
        switch (outgoing.Kind)
        {
            case OutgoingKind.Close:
                await _socket.CloseOutputAsync(
                    (WebSocketCloseStatus)outgoing.Code,
                    outgoing.Reason,
                    cancellationToken
                );
                _out.Writer.TryComplete();
                break;
            case OutgoingKind.Break:
                await _socket.SendAsync(
                    "{\"event\":\"console output\",\"args\":[\"cut in the mid"u8.ToArray(),
                    WebSocketMessageType.Text,
                    false,
                    cancellationToken
                );
                Abort();
                break;
            case OutgoingKind.Reply:
                await SendText(outgoing.Frame!, cancellationToken);
                break;
            default:
                if (Checked(outgoing.Frame!) is { } frame)
                    await SendText(frame, cancellationToken);
                break;
        }
    }

    private ValueTask SendText(SocketFrame frame, CancellationToken cancellationToken) =>
        _socket.SendAsync(
            frame.Bytes.AsMemory(),
            WebSocketMessageType.Text,
            endOfMessage: true,
            cancellationToken
        );

    private SocketFrame? Checked(SocketFrame frame)
    {
        if (TokenCheck.Fault(Token, Server.Node, Server.Uuid) is { } fault)
            return SocketFrame.JwtError(fault);
        return frame.Audience switch
        {
            FrameAudience.Install when !TokenCheck.Allows(Token!, "admin.websocket.install") =>
                null,
            FrameAudience.Backups when !TokenCheck.Allows(Token!, "backup.read") => null,
            _ => frame,
        };
    }
}

internal enum OutgoingKind
{
    Event,
    Reply,
    Close,
    Break,
}

internal readonly record struct OutgoingFrame(
    SocketFrame? Frame,
    OutgoingKind Kind,
    int Code = 0,
    string? Reason = null
);
