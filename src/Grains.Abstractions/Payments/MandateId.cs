using System.Text.Json.Serialization;

namespace Elizon.Payments;

/// <summary>A customer's leave to collect money by one method; the payment provider's id, such as "mdt_…".</summary>
[GenerateSerializer, Immutable, Alias("MandateId"), JsonConverter(typeof(IdJson<MandateId>))]
public readonly record struct MandateId([property: Id(0)] string Value) : IId<MandateId>
{
    public static string Kind => "mandate";

    public static MandateId Of(string value) => new(value);

    public static MandateId Parse(string s, IFormatProvider? provider) =>
        IdText.Parse<MandateId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out MandateId result) =>
        IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
