using System.Text.Json.Serialization;

namespace Elizon;

/// <summary>An outside system that hosts servers: a panel or a cluster.</summary>
[GenerateSerializer, Immutable, Alias("ProviderId"), JsonConverter(typeof(IdJson<ProviderId>))]
public readonly record struct ProviderId([property: Id(0)] string Value) : IId<ProviderId>
{
    public static string Kind => "provider";

    public static ProviderId Of(string value) => new(value);

    public static ProviderId Parse(string s, IFormatProvider? provider) =>
        IdText.Parse<ProviderId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out ProviderId result) =>
        IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
