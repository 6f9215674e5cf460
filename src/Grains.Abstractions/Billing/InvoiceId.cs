using System.Text.Json.Serialization;

namespace Elizon;

/// <summary>An invoice, from draft to correction.</summary>
[GenerateSerializer, Immutable, Alias("InvoiceId"), JsonConverter(typeof(IdJson<InvoiceId>))]
public readonly record struct InvoiceId([property: Id(0)] string Value) : IId<InvoiceId>
{
    public static string Kind => "invoice";

    public static InvoiceId Of(string value) => new(value);

    public static InvoiceId Parse(string s, IFormatProvider? provider) =>
        IdText.Parse<InvoiceId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out InvoiceId result) =>
        IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
