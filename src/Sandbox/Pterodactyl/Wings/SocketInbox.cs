using System.Buffers;
using System.Net.WebSockets;
using Elizon.Sandbox.Pterodactyl.Tokens;

namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>What a client may say. Messages are handled side by side: one sent right behind <c>auth</c> may overtake it.</summary>
internal sealed class SocketInbox(ConsoleSocket socket)
{
    private const int LongestMessage = 32_768;
    private const int Suspended = 4409;
    private readonly GameServer _server = socket.Server;

    public async Task Read(WebSocket line, CancellationToken cancellationToken)
    {
        using var buffer = MemoryPool<byte>.Shared.Rent(LongestMessage + 1);
        while (true)
        {
            var (length, closed) = await Receive(
                line,
                buffer.Memory[..(LongestMessage + 1)],
                cancellationToken
            );
            if (closed)
            {
                if (line.State == WebSocketState.CloseReceived)
                    await line.CloseOutputAsync(
                        WebSocketCloseStatus.NormalClosure,
                        null,
                        cancellationToken
                    );
                return;
            }
            if (
                length <= LongestMessage
                && SocketMessage.Parse(buffer.Memory.Span[..length]) is { } message
            )
                Take(message);
        }
    }

    /// <summary>Reads one message to its end; what is longer than the buffer is read and lost.</summary>
    private static async Task<(int Length, bool Closed)> Receive(
        WebSocket line,
        Memory<byte> buffer,
        CancellationToken cancellationToken
    )
    {
        var length = 0;
        while (true)
        {
            var room = length < buffer.Length ? buffer[length..] : buffer;
            var part = await line.ReceiveAsync(room, cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                return (0, true);
            length = Math.Min(buffer.Length, length + part.Count);
            if (part.EndOfMessage)
                return (length, false);
        }
    }

    private void Take(SocketMessage message)
    {
        if (
            _server.Node.Options.SocketRateLimits
            && !socket.Limits.Allow(message.Event, out var tell)
        )
        {
            if (tell is not null)
                socket.Reply(SocketFrame.Of("throttled", tell));
            return;
        }
        ThreadPool.UnsafeQueueUserWorkItem(_ => Handle(message), null);
    }

    private void Handle(SocketMessage message)
    {
        if (_server.IsSuspended)
        {
            socket.Close(Suspended, "server is suspended");
            return;
        }
        if (message.Event == "auth")
        {
            Authenticate(message.Argument);
            return;
        }
        if (TokenCheck.Fault(socket.Token, _server.Node, _server.Uuid) is { } fault)
        {
            socket.Reply(SocketFrame.JwtError(fault));
            return;
        }
        Obey(message, socket.Token!);
    }

    private void Authenticate(string text)
    {
        _server.Node.RefreshSkew();
        if (TokenClaims.Read(text, _server.Node.Secret) is not { } token)
        {
            socket.Reply(
                SocketFrame.DaemonError(
                    ErrorEvent("an unexpected error was encountered while handling this request")
                )
            );
            return;
        }
        if (TokenCheck.FaultAtAuth(token, _server.Node) is { } fault)
        {
            socket.Reply(SocketFrame.JwtError(ErrorEvent(fault)));
            return;
        }
        var first = !socket.IsAuthenticated;
        if (!first)
        {
            socket.Accept(token);
            socket.Reply(SocketFrame.AuthSuccess);
            return;
        }
        // Ahead of accepting: from then on lines may be posted, and the answer has to be first.
        socket.Reply(SocketFrame.AuthSuccess);
        socket.Accept(token);
        socket.Post(SocketFrame.Status(_server.State));
        if (_server.State == PowerState.Offline && !_server.IsInstalling)
            socket.Post(_server.StatsFrame());
        socket.PlanExpiryLook();
    }

    private void Obey(SocketMessage message, TokenClaims token)
    {
        switch (message.Event)
        {
            case "send logs" when _server.Process is not null:
                foreach (var line in _server.Console.Log())
                    socket.Post(SocketFrame.Console(line));
                break;
            case "send stats":
                socket.Post(_server.StatsFrame());
                break;
            case "send command" when TokenCheck.Allows(token, "control.console"):
                _server.Command(message.Argument);
                break;
            case "set state":
                SetState(message.Argument, token);
                break;
        }
    }

    private void SetState(string action, TokenClaims token)
    {
        var demand = action switch
        {
            "start" => "control.start",
            "stop" or "kill" => "control.stop",
            "restart" => "control.restart",
            _ => null,
        };
        if (demand is not null && !TokenCheck.Allows(token, demand))
            return;
        if (_server.Power(action) is not { } refused)
            return;
        // Being busy is said to everybody; the other reasons only to those who may see errors.
        var open = refused == PowerError.Busy || TokenCheck.Allows(token, "admin.websocket.errors");
        socket.Post(
            SocketFrame.DaemonError(
                ErrorEvent(
                    open
                        ? refused
                        : "an unexpected error was encountered while handling this request"
                )
            )
        );
    }

    private static string ErrorEvent(string text) =>
        $"Error Event [{Guid.CreateVersion7()}]: {text}";
}
