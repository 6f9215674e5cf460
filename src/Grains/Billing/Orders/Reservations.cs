using Elizon.Grains.Catalog;
using Elizon.Grains.Coupons;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Orders;

/// <summary>What stocks and coupons are told about an order that reserved them.</summary>
internal static class Reservations
{
    /// <summary>Committed, and waits for its payment.</summary>
    public static Change<AccountState> Hold(this Change<AccountState> change, Order order)
    {
        change = Tell(change, order, new StockHeld(order.Id));
        return order.Coupon is { } coupon
            ? change.Send(Address.Of(coupon.Code), new CouponHeld(order.Id))
            : change;
    }

    /// <summary>Paid.</summary>
    public static Change<AccountState> Confirm(this Change<AccountState> change, Order order)
    {
        change = Tell(change, order, new StockConfirmed(order.Id));
        return order.Coupon is { } coupon
            ? change.Send(
                Address.Of(coupon.Code),
                new CouponConfirmed(order.Id, order.Account, order.Discount)
            )
            : change;
    }

    /// <summary>Off.</summary>
    public static Change<AccountState> Release(this Change<AccountState> change, Order order)
    {
        change = Tell(change, order, new StockReleased(order.Id));
        return order.Coupon is { } coupon
            ? change.Send(Address.Of(coupon.Code), new CouponReleased(order.Id))
            : change;
    }

    /// <summary>
    /// Answers a coupon. A paid order confirmed itself in its own commit, whose message comes before this one; the answer
    /// only needs to keep the use until then.
    /// </summary>
    public static Change<AccountState> Answer(
        this Change<AccountState> change,
        CouponAsked asked,
        OrderStatus? status
    ) =>
        change.Send(
            Address.Of(asked.Coupon),
            status is OrderStatus.Paid or OrderStatus.Waiting
                ? new CouponHeld(asked.Order)
                : new CouponReleased(asked.Order)
        );

    private static Change<AccountState> Tell(
        Change<AccountState> change,
        Order order,
        Message message
    ) => order.Stocks.Aggregate(change, (c, s) => c.Send(StockAddress.Of(s.Stock), message));
}
