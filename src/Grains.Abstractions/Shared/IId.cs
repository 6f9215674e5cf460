using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Elizon;

/// <summary>
/// An identifier: an opaque string of 1 to 64 characters out of letters, digits, '-' and '_'. One struct per noun, so
/// that an invoice id never reaches a service. <see cref="Kind"/> is the grain type and the aggregate kind: frozen.
/// </summary>
public interface IId<TSelf> : IParsable<TSelf>
    where TSelf : struct, IId<TSelf>
{
    string Value { get; }

    static abstract string Kind { get; }

    static abstract TSelf Of(string value);
}

/// <summary>The rules every identifier shares.</summary>
public static class IdText
{
    public static bool IsValid([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= 64 }
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    public static bool TryParse<TId>(string? text, out TId id)
        where TId : struct, IId<TId>
    {
        id = IsValid(text) ? TId.Of(text) : default;
        return IsValid(text);
    }

    public static TId Parse<TId>(string text)
        where TId : struct, IId<TId> =>
        TryParse<TId>(text, out var id) ? id : throw new FormatException($"Not a {TId.Kind} id.");
}

/// <summary>JSON form of an identifier: the bare string.</summary>
public sealed class IdJson<TId> : JsonConverter<TId>
    where TId : struct, IId<TId>
{
    public override TId Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) =>
        reader.TokenType == JsonTokenType.String
        && IdText.TryParse<TId>(reader.GetString(), out var id)
            ? id
            : throw new JsonException($"Not a {TId.Kind} id.");

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);

    public override TId ReadAsPropertyName(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => TId.Of(reader.GetString()!);

    public override void WriteAsPropertyName(
        Utf8JsonWriter writer,
        TId value,
        JsonSerializerOptions options
    ) => writer.WritePropertyName(value.Value);
}
