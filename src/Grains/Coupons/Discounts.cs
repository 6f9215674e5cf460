using Elizon.Coupons;

namespace Elizon.Grains.Coupons;

/// <summary>What a discount takes off one cycle of one service.</summary>
internal static class Discounts
{
    /// <summary>Never below zero, never above the price.</summary>
    /// <param name="terms">Null: no discount.</param>
    /// <param name="renewal">0 for the first cycle, 1 for the first renewal.</param>
    /// <param name="listPrice">Of that cycle without the discount, VAT as the customer pays it.</param>
    public static Money For(DiscountTerms? terms, int renewal, Money listPrice)
    {
        if (terms is null || listPrice <= Money.Zero || renewal > (terms.Renewals ?? int.MaxValue))
            return Money.Zero;
        var off = terms.Percent is { } percent
            ? Money.Round(listPrice.Euros * percent / 100)
            : terms.Amount ?? Money.Zero;
        return off > listPrice ? listPrice : off;
    }
}
