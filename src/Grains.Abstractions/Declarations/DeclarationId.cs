using System.Text.Json.Serialization;

namespace Elizon;

/// <summary>A declaration that somebody made without signing in; its reference number.</summary>
[
    GenerateSerializer,
    Immutable,
    Alias("DeclarationId"),
    JsonConverter(typeof(IdJson<DeclarationId>))
]
public readonly record struct DeclarationId([property: Id(0)] string Value) : IId<DeclarationId>
{
    public static string Kind => "declaration";

    public static DeclarationId Of(string value) => new(value);

    public static DeclarationId Parse(string s, IFormatProvider? provider) =>
        IdText.Parse<DeclarationId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out DeclarationId result) =>
        IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
