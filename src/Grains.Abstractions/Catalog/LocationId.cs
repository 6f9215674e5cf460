using System.Text.Json.Serialization;

namespace Elizon;

/// <summary>A place where servers run.</summary>
[GenerateSerializer, Immutable, Alias("LocationId"), JsonConverter(typeof(IdJson<LocationId>))]
public readonly record struct LocationId([property: Id(0)] string Value) : IId<LocationId>
{
    public static string Kind => "location";

    public static LocationId Of(string value) => new(value);

    public static LocationId Parse(string s, IFormatProvider? provider) =>
        IdText.Parse<LocationId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out LocationId result) =>
        IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
