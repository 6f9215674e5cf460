using System.Text.Json.Serialization;

namespace Elizon.Payments;

/// <summary>One refund of a payment, ours; derives from the operation that asked for it.</summary>
[GenerateSerializer, Immutable, Alias("RefundId"), JsonConverter(typeof(IdJson<RefundId>))]
public readonly record struct RefundId([property: Id(0)] string Value) : IId<RefundId>
{
    public static string Kind => "refund";

    public static RefundId Of(string value) => new(value);

    public static RefundId Parse(string s, IFormatProvider? provider) => IdText.Parse<RefundId>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out RefundId result) =>
        IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
