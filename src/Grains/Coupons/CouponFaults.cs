using Elizon.Coupons;

namespace Elizon.Grains.Coupons;

/// <summary>What may be wrong with the terms of a new coupon; names every fault.</summary>
internal static class CouponFaults
{
    private const int MostRenewals = 120;
    private const int MostProducts = 200;

    public static IEnumerable<string> Of(CouponTerms terms, DateTimeOffset now)
    {
        if (terms.Code.Value.Length is < 3 or > 40)
            yield return "'code' has 3 to 40 characters.";
        if (terms.Description is { } text && (text.Length > 200 || text.Any(char.IsControl)))
            yield return "'description' has at most 200 characters and no control characters.";
        foreach (var fault in Value(terms))
            yield return fault;
        foreach (var fault in Limits(terms))
            yield return fault;
        if (terms.ValidUntil <= now || terms.ValidUntil <= terms.ValidFrom)
            yield return "'validUntil' lies in the future and after 'validFrom'.";
    }

    private static IEnumerable<string> Value(CouponTerms terms)
    {
        if (terms.Percent is null == terms.Amount is null)
            yield return "Give either 'percent' or 'amount'.";
        if (
            terms.Percent is { } percent
            && (percent is <= 0 or > 100 || decimal.Round(percent, 2) != percent)
        )
            yield return "'percent' is above 0, at most 100 and has two decimals at most.";
        if (terms.Amount <= Money.Zero)
            yield return "'amount' must be above 0.00.";
        if (terms.Renewals is < 0 or > MostRenewals)
            yield return $"'renewals' must be between 0 and {MostRenewals}.";
    }

    private static IEnumerable<string> Limits(CouponTerms terms)
    {
        if (terms.MaxUses < 1)
            yield return "'maxUses' must be at least 1.";
        if (terms.MaxPerPerson < 1)
            yield return "'maxPerPerson' must be at least 1.";
        if (terms.Minimum < Money.Zero)
            yield return "'minimum' must not be negative.";
        if (terms.Products.Length > MostProducts)
            yield return $"'products' has at most {MostProducts} entries.";
    }
}
