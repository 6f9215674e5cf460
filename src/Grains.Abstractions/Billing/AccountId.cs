using System.Text.Json.Serialization;

namespace Elizon;

/// <summary>The money side of a customer; the same text as the customer's user id.</summary>
[GenerateSerializer, Immutable, Alias("AccountId"), JsonConverter(typeof(IdJson<AccountId>))]
public readonly record struct AccountId([property: Id(0)] string Value) : IId<AccountId>
{
    public static string Kind => "account";

    public static AccountId Of(string value) => new(value);

    public static AccountId Parse(string s, IFormatProvider? provider) =>
        IdText.Parse<AccountId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out AccountId result) =>
        IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
