using Elizon.Catalog;

namespace Elizon.Grains.Subscriptions;

/// <summary>What the catalogue says for one cycle: of the size held now, and of the one that is wanted.</summary>
internal sealed record SizePrice(int Cycle, Money Held, Money Wanted)
{
    /// <summary>
    /// Who pays the catalogue's price pays it for the other size too; whoever has another (an older price, options chosen at
    /// order) keeps it in proportion, as with another cycle.
    /// </summary>
    public Money Of(Money held) =>
        held == Held || Held == Money.Zero
            ? Wanted
            : Money.Round(held.Euros * Wanted.Cents / Held.Cents);
}

/// <summary>Prices of sizes by the catalogue of today.</summary>
internal static class SizePrices
{
    /// <param name="cycles">Days of the periods that are concerned.</param>
    public static SizePrice[] Of(
        ProductSizes sizes,
        PlanLimits held,
        PlanLimits wanted,
        IEnumerable<int> cycles
    ) =>
        [
            .. cycles
                .Distinct()
                .Select(c => new SizePrice(c, Of(sizes, held, c), Of(sizes, wanted, c))),
        ];

    /// <summary>A cycle that is not sold any more has the price of the nearest one, by days.</summary>
    public static Money Of(ProductSizes sizes, PlanLimits limits, int cycle)
    {
        var price = sizes.Prices.MinBy(p => Math.Abs(p.BillingCycle - cycle))!;
        var whole =
            price.Price
            + Money.Sum(sizes.Resources.Select(r => More(r, sizes.Limits, limits, price)));
        return price.BillingCycle == cycle
            ? whole
            : Money.Round(whole.Euros * cycle / price.BillingCycle);
    }

    private static Money More(
        ResourceSize size,
        PlanLimits sold,
        PlanLimits limits,
        PriceView price
    )
    {
        var more = Math.Max(0, limits.Of(size.Resource) - sold.Of(size.Resource));
        return Money.Round(
            size.Price.GetValueOrDefault(price.BillingCycle).Euros * more / size.Step
        );
    }
}
