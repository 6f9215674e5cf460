namespace Elizon.Coupons;

/// <summary>What putting a coupon's terms changed or would change.</summary>
public enum CouponChange
{
    /// <summary>It has these terms already.</summary>
    None,
    Added,
    Changed,
}

/// <summary>A coupon after its terms were put; after a dry run: as it would be.</summary>
[GenerateSerializer, Immutable, Alias("CouponPut")]
public sealed record CouponPut(
    [property: Id(0)] CouponView Coupon,
    [property: Id(1)] CouponChange Change
);
