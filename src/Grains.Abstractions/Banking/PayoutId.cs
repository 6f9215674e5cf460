using System.Text.Json.Serialization;

namespace Elizon;

/// <summary>Money on its way from the house to a person, by transfer.</summary>
[GenerateSerializer, Immutable, Alias("PayoutId"), JsonConverter(typeof(IdJson<PayoutId>))]
public readonly record struct PayoutId([property: Id(0)] string Value) : IId<PayoutId>
{
    public static string Kind => "payout";

    public static PayoutId Of(string value) => new(value);

    public static PayoutId Parse(string s, IFormatProvider? provider) => IdText.Parse<PayoutId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out PayoutId result) =>
        IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
