using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Elizon.Api.Replies;

/// <summary>Instants as "2026-11-25T08:00:00.000Z". Reading wants an offset: a time without one means a different instant to everyone.</summary>
internal sealed class InstantJson : JsonConverter<DateTimeOffset>
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public override DateTimeOffset Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        if (
            reader.TokenType == JsonTokenType.String
            && reader.GetString() is { Length: >= 20 and <= 35 } text
            && HasOffset(text)
            && reader.TryGetDateTimeOffset(out var instant)
        )
            return instant.ToUniversalTime();
        throw new JsonException("An instant is ISO 8601 with an offset.");
    }

    public override void Write(
        Utf8JsonWriter writer,
        DateTimeOffset value,
        JsonSerializerOptions options
    )
    {
        Span<char> text = stackalloc char[Form.Length];
        value.UtcDateTime.TryFormat(text, out var length, Form, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    private static bool HasOffset(string text) =>
        text.EndsWith('Z') || text.AsSpan(19).ContainsAny('+', '-');
}
