using System.Text.Json.Serialization;

namespace Elizon;

/// <summary>A postal address in a person's book.</summary>
[GenerateSerializer, Immutable, Alias("AddressId"), JsonConverter(typeof(IdJson<AddressId>))]
public readonly record struct AddressId([property: Id(0)] string Value) : IId<AddressId>
{
    public static string Kind => "address";

    public static AddressId Of(string value) => new(value);

    public static AddressId Parse(string s, IFormatProvider? provider) =>
        IdText.Parse<AddressId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out AddressId result) =>
        IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
