using System.Text.Json;
using System.Text.Json.Serialization;

namespace Elizon.Api.Replies;

/// <summary>Flags as the reference writes rights: <c>["view","backup_create"]</c>.</summary>
internal sealed class FlagsJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsEnum && typeToConvert.IsDefined(typeof(FlagsAttribute), inherit: false);

    public override JsonConverter CreateConverter(
        Type typeToConvert,
        JsonSerializerOptions options
    ) =>
        (JsonConverter)
            Activator.CreateInstance(typeof(FlagsJson<>).MakeGenericType(typeToConvert))!;
}

/// <summary>One word per single bit; combinations are a convenience of the code.</summary>
internal sealed class FlagsJson<TFlags> : JsonConverter<TFlags>
    where TFlags : struct, Enum
{
    public override TFlags Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("A list of words is expected.");
        var bits = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            bits |=
                reader.TokenType == JsonTokenType.String
                && FlagWords.Of(typeof(TFlags)).TryGetValue(reader.GetString()!, out var bit)
                    ? bit
                    : throw new JsonException("A word of the list is unknown.");
        return (TFlags)Enum.ToObject(typeof(TFlags), bits);
    }

    public override void Write(Utf8JsonWriter writer, TFlags value, JsonSerializerOptions options)
    {
        var bits = Convert.ToInt32(value, null);
        writer.WriteStartArray();
        foreach (var (word, bit) in FlagWords.Of(typeof(TFlags)))
            if ((bits & bit) != 0)
                writer.WriteStringValue(word);
        writer.WriteEndArray();
    }
}
