using System.Text.Json.Serialization;

namespace Elizon;

/// <summary>A file of payouts for the bank (pain.001).</summary>
[GenerateSerializer, Immutable, Alias("PayoutFileId"), JsonConverter(typeof(IdJson<PayoutFileId>))]
public readonly record struct PayoutFileId([property: Id(0)] string Value) : IId<PayoutFileId>
{
    public static string Kind => "payout-file";

    public static PayoutFileId Of(string value) => new(value);

    public static PayoutFileId Parse(string s, IFormatProvider? provider) =>
        IdText.Parse<PayoutFileId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out PayoutFileId result) =>
        IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
