using Elizon.Grains.Outbox;

namespace Elizon.Grains.Coupons;

/// <summary>The order is committed and waits for its payment: its use is kept until it is confirmed or released.</summary>
[MessageName("coupon.held")]
public sealed record CouponHeld(OrderId Order) : Message;

/// <summary>The order is paid: the coupon is used.</summary>
/// <param name="Discount">What it took off, VAT included.</param>
[MessageName("coupon.confirmed")]
public sealed record CouponConfirmed(OrderId Order, AccountId Account, Money Discount) : Message;

/// <summary>The order is off: the use is free again.</summary>
[MessageName("coupon.released")]
public sealed record CouponReleased(OrderId Order) : Message;

/// <summary>A piece of the order was taken back. When all of the discount came back, the use is free again.</summary>
/// <param name="Discount">What the coupon had taken off that piece.</param>
[MessageName("coupon.returned")]
public sealed record CouponReturned(OrderId Order, Money Discount) : Message;
