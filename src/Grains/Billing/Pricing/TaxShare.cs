using System.Collections.Immutable;

namespace Elizon.Grains.Billing.Pricing;

/// <summary>VAT out of gross prices, per rate group (invoicing sheet, section 5): the customer pays exactly what was shown.</summary>
internal static class TaxShare
{
    /// <summary>The tax contained in a gross sum: round(G·r/(100+r)), half away from zero.</summary>
    public static Money ContainedIn(Money gross, decimal rate) =>
        Money.Round(gross.Euros * rate / (100 + rate));

    /// <summary>
    /// The tax of the whole group, spread over its parts by largest remainder: parts sum to the group, so taking every
    /// part back leaves nothing. Gross parts must not be negative.
    /// </summary>
    public static ImmutableArray<Amounts> Spread(IReadOnlyList<Money> gross, decimal rate)
    {
        var total = Money.Sum(gross);
        if (total == Money.Zero)
            return [.. gross.Select(_ => default(Amounts))];
        var taxes = ContainedIn(total, rate).Split([.. gross.Select(g => g.Cents)]);
        return [.. gross.Zip(taxes, (g, tax) => new Amounts(g - tax, tax))];
    }
}
