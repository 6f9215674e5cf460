using System.Text.Json.Serialization;

namespace Elizon;

/// <summary>A person with an account, customer or staff.</summary>
[GenerateSerializer, Immutable, Alias("UserId"), JsonConverter(typeof(IdJson<UserId>))]
public readonly record struct UserId([property: Id(0)] string Value) : IId<UserId>
{
    public static string Kind => "user";

    public static UserId Of(string value) => new(value);

    public static UserId Parse(string s, IFormatProvider? provider) => IdText.Parse<UserId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out UserId result) =>
        IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
