using Elizon.Grains.Billing.Pricing;

namespace Elizon.Grains.Billing.Renewals;

/// <summary>What a bill comes to under a tax decision.</summary>
/// <param name="List">Before the discount, tax included where there is any.</param>
internal readonly record struct RenewalPrice(Money List, Amounts Sum)
{
    public Money Discount => List - Sum.Gross;

    /// <summary>
    /// Whoever pays VAT pays the catalogue's gross price; where none is due, the home country's share is taken out, as
    /// at the first order (<see cref="Prices.For"/>).
    /// </summary>
    public static RenewalPrice Of(RenewalBill bill, TaxDecision tax, decimal homeRate)
    {
        Money Charged(Money gross) =>
            tax.Rate > 0 ? gross : gross - TaxShare.ContainedIn(gross, homeRate);
        return new RenewalPrice(
            Charged(bill.Price),
            TaxShare.Spread([Charged(bill.Price - bill.Discount)], tax.Rate)[0]
        );
    }
}
