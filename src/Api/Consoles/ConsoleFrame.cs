using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Elizon.Consoles;
using Elizon.Services;

namespace Elizon.Api.Consoles;

/// <summary>One server-sent event, encoded once and shared by all viewers of a service.</summary>
internal sealed class ConsoleFrame(
    byte[] bytes,
    ConsolePosition? last = null,
    string[]? lines = null
)
{
    /// <summary>Console text is full of quotes and umlauts; it is data inside an event stream, never markup.</summary>
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static readonly ConsoleFrame Heartbeat = new(": still here\n\n"u8.ToArray());

    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    /// <summary>Position of the last line in this frame; null for frames without lines.</summary>
    public ConsolePosition? Last { get; } = last;

    public string[] Lines { get; } = lines ?? [];

    /// <summary>Its place in the feed; set once, when it is appended.</summary>
    public long Index { get; set; }

    public static ConsoleFrame OfLines(ConsolePosition last, string[] lines) =>
        new(Encode("console", new { lines }, last), last, lines);

    public static ConsoleFrame OfStatus(ServiceStatus status) =>
        new(Encode("status", new { status = status.ToString().ToUpperInvariant() }));

    public static ConsoleFrame OfStats(ConsoleStats stats) => new(Encode("stats", stats));

    public static ConsoleFrame OfGap(ConsolePosition? after, int? atMost) =>
        new(Encode("gap", new { after = after?.ToString(), atMost }));

    public static ConsoleFrame OfEnd(string reason) => new(Encode("end", new { reason }));

    private static byte[] Encode<T>(string name, T data, ConsolePosition? id = null)
    {
        var json = JsonSerializer.Serialize(data, Options);
        return Encoding.UTF8.GetBytes(
            id is null
                ? $"event: {name}\ndata: {json}\n\n"
                : $"id: {id}\nevent: {name}\ndata: {json}\n\n"
        );
    }
}
