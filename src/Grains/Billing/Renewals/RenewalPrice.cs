using Elizon.Grains.Billing.Pricing;

namespace Elizon.Grains.Billing.Renewals;

/// <summary>What a bill comes to under a tax decision.</summary>
/// <param name="List">Before the discount, tax included where there is any.</param>
internal readonly record struct RenewalPrice(Money List, Amounts Sum)
{
    public Money Discount => List - Sum.Gross;

    public static RenewalPrice Of(RenewalBill bill, TaxDecision tax, decimal homeRate)
    {
        return new RenewalPrice(
            Prices.Charged(bill.Price, tax, homeRate),
            TaxShare.Spread([Prices.Charged(bill.Price - bill.Discount, tax, homeRate)], tax.Rate)[
                0
            ]
        );
    }
}
