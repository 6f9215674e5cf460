using Elizon.Coupons;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Coupons;

/// <summary>A coupon, for lists.</summary>
[Table("coupon", WriteMode.Upsert)]
internal sealed record CouponRow(
    [property: Key] CouponCode Code,
    CouponTerms Terms,
    int Used,
    int Held,
    DateTimeOffset CreatedAt,
    DateTimeOffset? DisabledAt
) : Row
{
    public static CouponRow Of(CouponState coupon) =>
        new(
            coupon.Terms!.Code,
            coupon.Terms,
            coupon.Used,
            coupon.Held.Count,
            coupon.CreatedAt,
            coupon.DisabledAt
        );
}

/// <summary>A paid order that used a coupon.</summary>
/// <param name="Returned">Discount of the pieces that were taken back.</param>
/// <param name="FreedAt">When all of it had come back: the use counts no more.</param>
[Table("coupon_use", WriteMode.Upsert)]
internal sealed record CouponUseRow(
    [property: Key] OrderId OrderId,
    CouponCode Coupon,
    AccountId Account,
    Money Discount,
    Money Returned,
    DateTimeOffset At,
    DateTimeOffset? FreedAt
) : Row;
