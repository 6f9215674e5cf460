using System.Text.Json.Serialization;

namespace Elizon;

/// <summary>An account of the house at a bank; its IBAN in plain form.</summary>
[
    GenerateSerializer,
    Immutable,
    Alias("BankAccountId"),
    JsonConverter(typeof(IdJson<BankAccountId>))
]
public readonly record struct BankAccountId([property: Id(0)] string Value) : IId<BankAccountId>
{
    public static string Kind => "bank-account";

    public static BankAccountId Of(string value) => new(value);

    public static BankAccountId Parse(string s, IFormatProvider? provider) =>
        IdText.Parse<BankAccountId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out BankAccountId result) =>
        IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
