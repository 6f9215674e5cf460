using System.Text.Json.Serialization;

namespace Elizon;

/// <summary>An API key: derived from the hash of its token, which is never stored.</summary>
[GenerateSerializer, Immutable, Alias("ApiKeyId"), JsonConverter(typeof(IdJson<ApiKeyId>))]
public readonly record struct ApiKeyId([property: Id(0)] string Value) : IId<ApiKeyId>
{
    public static string Kind => "apikey";

    public static ApiKeyId Of(string value) => new(value);

    public static ApiKeyId Parse(string s, IFormatProvider? provider) => IdText.Parse<ApiKeyId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out ApiKeyId result) =>
        IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
