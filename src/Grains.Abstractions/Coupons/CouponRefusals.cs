using System.Globalization;

namespace Elizon.Coupons;

/// <summary>What coupons refuse.</summary>
public static class CouponRefusals
{
    public static Refusal Unknown() =>
        new(
            RefusalKind.Invalid,
            "coupon.unknown",
            "This coupon code does not exist.",
            ["'couponCode' is not known."]
        );

    public static Refusal NotYet(DateTimeOffset from) =>
        new(
            RefusalKind.Conflict,
            "coupon.notYet",
            string.Create(
                CultureInfo.InvariantCulture,
                $"This coupon can be used from {from.UtcDateTime:yyyy-MM-dd HH:mm} UTC on."
            )
        );

    public static Refusal Ended() =>
        new(RefusalKind.Conflict, "coupon.ended", "This coupon can no longer be used.");

    public static Refusal UsedUp() =>
        new(RefusalKind.Conflict, "coupon.usedUp", "This coupon was used as often as it could be.");

    public static Refusal UsedByYou() =>
        new(
            RefusalKind.Conflict,
            "coupon.usedByYou",
            "You have used this coupon as often as one person may."
        );

    public static Refusal NewCustomersOnly() =>
        new(
            RefusalKind.Conflict,
            "coupon.newCustomersOnly",
            "This coupon is for the first order of new customers."
        );

    public static Refusal BelowMinimum(Money minimum) =>
        new(
            RefusalKind.Conflict,
            "coupon.belowMinimum",
            $"This coupon counts for orders of {minimum} EUR and more."
        );

    public static Refusal NotForThis() =>
        new(
            RefusalKind.Conflict,
            "coupon.notForThis",
            "This coupon does not count for anything in the cart."
        );

    public static Refusal Settling() =>
        new(
            RefusalKind.Conflict,
            "coupon.settling",
            "An earlier try of this order is being settled. Repeat in a moment."
        );

    public static Refusal Exists(CouponCode code) =>
        new(RefusalKind.Conflict, "coupon.exists", $"There is a coupon '{code}' already.");
}
