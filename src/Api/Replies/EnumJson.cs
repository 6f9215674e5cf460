using System.Text.Json;
using System.Text.Json.Serialization;

namespace Elizon.Api.Replies;

/// <summary>Enums by their exact words; the serializer's own converter also takes other cases and comma lists.</summary>
internal sealed class EnumJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(
        Type typeToConvert,
        JsonSerializerOptions options
    ) =>
        (JsonConverter)Activator.CreateInstance(typeof(EnumJson<>).MakeGenericType(typeToConvert))!;
}

/// <inheritdoc cref="EnumJson"/>
internal sealed class EnumJson<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, Enum
{
    public override TEnum Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) =>
        reader.TokenType == JsonTokenType.String
        && EnumWords<TEnum>.TryParse(reader.GetString(), out var value)
            ? value
            : throw new JsonException("Unknown word.");

    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
        writer.WriteStringValue(EnumWords<TEnum>.Of(value));

    public override TEnum ReadAsPropertyName(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) =>
        EnumWords<TEnum>.TryParse(reader.GetString(), out var value)
            ? value
            : throw new JsonException("Unknown word.");

    public override void WriteAsPropertyName(
        Utf8JsonWriter writer,
        TEnum value,
        JsonSerializerOptions options
    ) => writer.WritePropertyName(EnumWords<TEnum>.Of(value));
}
