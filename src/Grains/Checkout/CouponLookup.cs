using Elizon.Coupons;
using Elizon.Grains.Billing.Orders;

namespace Elizon.Grains.Checkout;

/// <summary>Finds the coupon that a customer names, and says early what the account would refuse.</summary>
internal sealed class CouponLookup(IGrainFactory grains, OrderRecords orders)
{
    /// <summary>Null when no code is given.</summary>
    /// <exception cref="Refusal">Invalid: unknown; Conflict: not for this customer or this time.</exception>
    public async Task<CouponTerms?> Find(string? text, AccountId account)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (!CouponCode.TryParse(text.Trim(), null, out var code))
            throw CouponRefusals.Unknown();
        var terms = await grains.Coupon(code).Offer(account);
        if (terms.NewCustomers && await orders.HasPaid(account))
            throw CouponRefusals.NewCustomersOnly();
        return terms;
    }
}
