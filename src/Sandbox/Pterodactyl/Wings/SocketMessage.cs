using System.Text.Json;

namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>A frame of a client. Everything that is no such object is ignored.</summary>
internal sealed record SocketMessage(string Event, string Argument)
{
    public static SocketMessage? Parse(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text);
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            if (
                root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("event", out var name)
                || name.ValueKind != JsonValueKind.String
            )
                return null;
            return Arguments(root) is { } argument
                ? new SocketMessage(name.GetString()!, argument)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The daemon joins all arguments; a null among them counts as an empty string, anything else is no message.
    private static string? Arguments(JsonElement root)
    {
        if (!root.TryGetProperty("args", out var args) || args.ValueKind == JsonValueKind.Null)
            return "";
        if (
            args.ValueKind != JsonValueKind.Array
            || args.EnumerateArray()
                .Any(arg => arg.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
        )
            return null;
        return string.Concat(args.EnumerateArray().Select(arg => arg.GetString()));
    }
}
