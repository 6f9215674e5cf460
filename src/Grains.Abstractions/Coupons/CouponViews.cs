namespace Elizon.Coupons;

/// <summary>A coupon as staff sees it.</summary>
/// <param name="Used">Orders that were paid with it, those given back whole not counted.</param>
/// <param name="Held">Orders on their way that hold a use.</param>
[GenerateSerializer, Immutable, Alias("CouponView")]
public sealed record CouponView(
    [property: Id(0)] CouponTerms Terms,
    [property: Id(1)] int Used,
    [property: Id(2)] int Held,
    [property: Id(3)] DateTimeOffset CreatedAt,
    [property: Id(4)] DateTimeOffset? DisabledAt
);

/// <summary>One order that was paid with a coupon.</summary>
/// <param name="Discount">What it took off, VAT included.</param>
/// <param name="Returned">How much of that belonged to pieces that were taken back.</param>
[GenerateSerializer, Immutable, Alias("CouponUseView")]
public sealed record CouponUseView(
    [property: Id(0)] OrderId Order,
    [property: Id(1)] AccountId Account,
    [property: Id(2)] Money Discount,
    [property: Id(3)] Money Returned,
    [property: Id(4)] DateTimeOffset At
);

/// <summary>A coupon in a priced cart.</summary>
/// <param name="Discount">Taken off the cart, VAT included.</param>
/// <param name="Renewals">How many renewals are discounted too; null: all of them.</param>
[GenerateSerializer, Immutable, Alias("AppliedCoupon")]
public sealed record AppliedCoupon(
    [property: Id(0)] CouponCode Code,
    [property: Id(1)] string? Description,
    [property: Id(2)] decimal? Percent,
    [property: Id(3)] Money? Amount,
    [property: Id(4)] int? Renewals,
    [property: Id(5)] Money Discount
);
