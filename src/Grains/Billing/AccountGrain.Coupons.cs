using Elizon.Coupons;
using Elizon.Grains.Billing.Orders;

namespace Elizon.Grains.Billing;

/// <summary>A use of a coupon is reserved after the stock: it is the last that may refuse, so nothing is to be given back.</summary>
internal sealed partial class AccountGrain
{
    private async Task Reserve(Order order, CouponTerms coupon)
    {
        if (coupon.NewCustomers && await orders.HasPaid(Id))
            throw CouponRefusals.NewCustomersOnly();
        await GrainFactory.Coupon(coupon.Code).Reserve(order.Id, Id);
    }
}
