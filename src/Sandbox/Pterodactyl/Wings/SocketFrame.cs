using System.Text;
using System.Text.Json;

namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>Who may see a frame.</summary>
internal enum FrameAudience
{
    All,

    /// <summary><c>admin.websocket.install</c>.</summary>
    Install,

    /// <summary><c>backup.read</c>.</summary>
    Backups,
}

/// <summary>One event for sockets, encoded once and shared by all of them.</summary>
internal sealed record SocketFrame(byte[] Bytes, FrameAudience Audience = FrameAudience.All)
{
    private static readonly byte[] ConsoleHead =
        "{\"event\":\"console output\",\"args\":[\""u8.ToArray();
    private static readonly byte[] Tail = "\"]}"u8.ToArray();

    public static SocketFrame AuthSuccess { get; } = Of("auth success");
    public static SocketFrame TokenExpiring { get; } = Of("token expiring");
    public static SocketFrame TokenExpired { get; } = Of("token expired");

    public static SocketFrame Of(
        string name,
        string? argument = null,
        FrameAudience audience = FrameAudience.All
    )
    {
        var text = argument is null
            ? $"{{\"event\":\"{JsonEncodedText.Encode(name)}\"}}"
            : $"{{\"event\":\"{JsonEncodedText.Encode(name)}\",\"args\":[\"{JsonEncodedText.Encode(argument)}\"]}}";
        return new SocketFrame(Encoding.UTF8.GetBytes(text), audience);
    }

    /// <summary>A console line; on the hot path of a flood.</summary>
    public static SocketFrame Console(string line)
    {
        var encoded = JsonEncodedText.Encode(line).EncodedUtf8Bytes;
        var bytes = new byte[ConsoleHead.Length + encoded.Length + Tail.Length];
        ConsoleHead.CopyTo(bytes, 0);
        encoded.CopyTo(bytes.AsSpan(ConsoleHead.Length));
        Tail.CopyTo(bytes, ConsoleHead.Length + encoded.Length);
        return new SocketFrame(bytes);
    }

    public static SocketFrame Status(string state) => Of("status", state);

    public static SocketFrame JwtError(string text) => Of("jwt error", text);

    public static SocketFrame DaemonError(string text) => Of("daemon error", text);
}
