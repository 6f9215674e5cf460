using System.Text.Json.Serialization;

namespace Elizon;

/// <summary>A new price of a whole product.</summary>
[
    GenerateSerializer,
    Immutable,
    Alias("PriceChangeId"),
    JsonConverter(typeof(IdJson<PriceChangeId>))
]
public readonly record struct PriceChangeId([property: Id(0)] string Value) : IId<PriceChangeId>
{
    public static string Kind => "price-change";

    public static PriceChangeId Of(string value) => new(value);

    public static PriceChangeId Parse(string s, IFormatProvider? provider) =>
        IdText.Parse<PriceChangeId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out PriceChangeId result) =>
        IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
