using System.Text.Json.Serialization;

namespace Elizon;

/// <summary>What a customer bought in one checkout.</summary>
[GenerateSerializer, Immutable, Alias("OrderId"), JsonConverter(typeof(IdJson<OrderId>))]
public readonly record struct OrderId([property: Id(0)] string Value) : IId<OrderId>
{
    public static string Kind => "order";

    public static OrderId Of(string value) => new(value);

    public static OrderId Parse(string s, IFormatProvider? provider) => IdText.Parse<OrderId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out OrderId result) =>
        IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
