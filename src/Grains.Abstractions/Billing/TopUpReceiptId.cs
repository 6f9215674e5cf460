using System.Text.Json.Serialization;

namespace Elizon.Billing;

/// <summary>A receipt for money that came onto a balance.</summary>
[
    GenerateSerializer,
    Immutable,
    Alias("TopUpReceiptId"),
    JsonConverter(typeof(IdJson<TopUpReceiptId>))
]
public readonly record struct TopUpReceiptId([property: Id(0)] string Value) : IId<TopUpReceiptId>
{
    public static string Kind => "top-up-receipt";

    public static TopUpReceiptId Of(string value) => new(value);

    public static TopUpReceiptId Parse(string s, IFormatProvider? provider) =>
        IdText.Parse<TopUpReceiptId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out TopUpReceiptId result) =>
        IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
