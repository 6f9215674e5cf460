using System.Text.Json.Serialization;

namespace Elizon;

/// <summary>A group of products.</summary>
[GenerateSerializer, Immutable, Alias("CategoryId"), JsonConverter(typeof(IdJson<CategoryId>))]
public readonly record struct CategoryId([property: Id(0)] string Value) : IId<CategoryId>
{
    public static string Kind => "category";

    public static CategoryId Of(string value) => new(value);

    public static CategoryId Parse(string s, IFormatProvider? provider) =>
        IdText.Parse<CategoryId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out CategoryId result) =>
        IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
