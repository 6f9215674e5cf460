using System.Text.Json;
using Elizon.Consoles;
using Elizon.Services;

namespace Elizon.Grains.Providers.Pterodactyl.Console;

/// <summary>One frame of the daemon: an event name and string arguments (pterodactyl sheet, 4.2).</summary>
internal readonly record struct WingsFrame(string Event, string? Argument)
{
    public static readonly byte[] SendLogs = """{"event":"send logs","args":[null]}"""u8.ToArray();

    public static byte[] Auth(string token) => Write("auth", token);

    public static byte[] Command(string command) => Write("send command", command);

    /// <summary>Null for what is no frame: the daemon ignores ours then, and we do the same.</summary>
    public static WingsFrame? Parse(ReadOnlyMemory<byte> message)
    {
        try
        {
            using var frame = JsonDocument.Parse(message);
            var arguments =
                frame.RootElement.TryGetProperty("args", out var args)
                && args.ValueKind == JsonValueKind.Array
                    ? args
                    : default;
            var first =
                arguments.ValueKind == JsonValueKind.Array && arguments.GetArrayLength() > 0
                    ? arguments[0]
                    : default;
            return new WingsFrame(
                frame.RootElement.GetProperty("event").GetString()!,
                first.ValueKind == JsonValueKind.String ? first.GetString() : null
            );
        }
        catch (Exception error)
            when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    public static ServiceStatus? Status(string? word) =>
        word switch
        {
            "offline" => ServiceStatus.Stopped,
            "starting" => ServiceStatus.Starting,
            "running" => ServiceStatus.Running,
            "stopping" => ServiceStatus.Stopping,
            _ => null,
        };

    public static ConsoleStats? Stats(string? text)
    {
        try
        {
            using var stats = JsonDocument.Parse(text ?? "");
            var root = stats.RootElement;
            var network = root.GetProperty("network");
            return new ConsoleStats(
                root.GetProperty("memory_bytes").GetInt64(),
                root.GetProperty("memory_limit_bytes").GetInt64(),
                root.GetProperty("cpu_absolute").GetDouble(),
                root.GetProperty("disk_bytes").GetInt64(),
                network.GetProperty("rx_bytes").GetInt64(),
                network.GetProperty("tx_bytes").GetInt64(),
                root.TryGetProperty("uptime", out var uptime) ? uptime.GetInt64() : 0
            );
        }
        catch (Exception error)
            when (error
                    is JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or FormatException
            )
        {
            return null;
        }
    }

    private static byte[] Write(string name, string argument) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, object> { ["event"] = name, ["args"] = new[] { argument } }
        );
}
