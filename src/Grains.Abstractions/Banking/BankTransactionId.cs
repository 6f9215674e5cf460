using System.Text.Json.Serialization;

namespace Elizon;

/// <summary>A transaction on the house's bank account; follows from what the bank says of it.</summary>
[
    GenerateSerializer,
    Immutable,
    Alias("BankTransactionId"),
    JsonConverter(typeof(IdJson<BankTransactionId>))
]
public readonly record struct BankTransactionId([property: Id(0)] string Value)
    : IId<BankTransactionId>
{
    public static string Kind => "bank-transaction";

    public static BankTransactionId Of(string value) => new(value);

    public static BankTransactionId Parse(string s, IFormatProvider? provider) =>
        IdText.Parse<BankTransactionId>(s);

    public static bool TryParse(
        string? s,
        IFormatProvider? provider,
        out BankTransactionId result
    ) => IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
