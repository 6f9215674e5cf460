using System.Text.Json.Serialization;

namespace Elizon;

/// <summary>A coupon's code. Upper and lower case are the same: kept in upper case.</summary>
[GenerateSerializer, Immutable, Alias("CouponCode"), JsonConverter(typeof(IdJson<CouponCode>))]
public readonly record struct CouponCode([property: Id(0)] string Value) : IId<CouponCode>
{
    public static string Kind => "coupon";

    public static CouponCode Of(string value) => new(value.ToUpperInvariant());

    public static CouponCode Parse(string s, IFormatProvider? provider) =>
        IdText.Parse<CouponCode>(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out CouponCode result) =>
        IdText.TryParse(s, out result);

    public override string ToString() => Value;
}
