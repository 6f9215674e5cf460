using System.Text.Json.Serialization;

namespace Elizon;

/// <summary>A product on sale.</summary>
[GenerateSerializer, Immutable, Alias("ProductId"), JsonConverter(typeof(IdJson<ProductId>))]
public readonly record struct ProductId([property: Id(0)] string Value) : IId<ProductId>
{
    public static string Kind => "product";

    public static ProductId Of(string value) => new(value);

    public static ProductId Parse(string s, IFormatProvider? provider) =>
        IdText.Parse<ProductId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out ProductId result) =>
        IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
