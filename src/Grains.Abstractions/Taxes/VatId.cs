using System.Text.Json.Serialization;

namespace Elizon;

/// <summary>A VAT id of a member state, cleaned: prefix and number without blanks, such as ATU12345678. Key of its record.</summary>
[GenerateSerializer, Immutable, Alias("VatId"), JsonConverter(typeof(IdJson<VatId>))]
public readonly record struct VatId([property: Id(0)] string Value) : IId<VatId>
{
    public static string Kind => "vat-id";

    /// <summary>The id as it is written. Old Irish numbers may hold + and *, which no identifier of ours does.</summary>
    public string Text => Value.Replace('-', '+').Replace('_', '*');

    /// <summary>The state's prefix, "EL" for Greece.</summary>
    public string Prefix => Value[..2];

    public static VatId Of(string value) => new(value);

    public static VatId FromText(string text) => new(text.Replace('+', '-').Replace('*', '_'));

    public static VatId Parse(string s, IFormatProvider? provider) => IdText.Parse<VatId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out VatId result) =>
        IdText.TryParse(s, out result) && result.Value.Length > 2;

    public override string ToString() => Value;
}
