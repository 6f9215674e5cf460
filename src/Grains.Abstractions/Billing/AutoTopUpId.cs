using System.Text.Json.Serialization;

namespace Elizon.Billing;

/// <summary>A customer's rule for topping up automatically.</summary>
[GenerateSerializer, Immutable, Alias("AutoTopUpId"), JsonConverter(typeof(IdJson<AutoTopUpId>))]
public readonly record struct AutoTopUpId([property: Id(0)] string Value) : IId<AutoTopUpId>
{
    public static string Kind => "auto-top-up";

    public static AutoTopUpId Of(string value) => new(value);

    public static AutoTopUpId Parse(string s, IFormatProvider? provider) =>
        IdText.Parse<AutoTopUpId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out AutoTopUpId result) =>
        IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
