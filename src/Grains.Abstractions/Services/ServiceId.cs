using System.Text.Json.Serialization;

namespace Elizon;

/// <summary>A customer's server: what is provisioned, renewed and cancelled.</summary>
[GenerateSerializer, Immutable, Alias("ServiceId"), JsonConverter(typeof(IdJson<ServiceId>))]
public readonly record struct ServiceId([property: Id(0)] string Value) : IId<ServiceId>
{
    public static string Kind => "service";

    public static ServiceId Of(string value) => new(value);

    public static ServiceId Parse(string s, IFormatProvider? provider) =>
        IdText.Parse<ServiceId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out ServiceId result) =>
        IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
