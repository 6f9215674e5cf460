using System.Text.Json.Serialization;

namespace Elizon;

/// <summary>One intent to pay, over all its attempts at the provider.</summary>
[GenerateSerializer, Immutable, Alias("PaymentId"), JsonConverter(typeof(IdJson<PaymentId>))]
public readonly record struct PaymentId([property: Id(0)] string Value) : IId<PaymentId>
{
    public static string Kind => "payment";

    public static PaymentId Of(string value) => new(value);

    public static PaymentId Parse(string s, IFormatProvider? provider) =>
        IdText.Parse<PaymentId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out PaymentId result) =>
        IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
