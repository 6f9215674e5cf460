using System.Collections.Immutable;
using Elizon.Catalog;

namespace Elizon.Grains.Billing.Pricing;

/// <summary>From catalogue prices to what a customer pays.</summary>
internal static class Prices
{
    /// <summary>
    /// Whoever pays VAT pays the catalogue's gross price, whatever the country's rate; where no VAT is due, the home country's
    /// share is taken out.
    /// </summary>
    public static Money Charged(Money gross, TaxDecision tax, decimal homeRate) =>
        tax.Rate > 0 ? gross : gross - TaxShare.ContainedIn(gross, homeRate);

    /// <summary>The price of one piece of each offer.</summary>
    public static ImmutableArray<OrderLine> For(
        IEnumerable<Offer> offers,
        TaxDecision tax,
        decimal homeRate
    ) => [.. offers.Select(offer => new OrderLine(offer, Charged(offer.Gross, tax, homeRate)))];

    /// <summary>Splits fixed prices into net and tax.</summary>
    public static PricedCart Split(ImmutableArray<OrderLine> lines, TaxDecision tax)
    {
        var pieces = lines.SelectMany(l => l.Pieces);
        var amounts = TaxShare.Spread([.. pieces], tax.Rate);
        var priced = ImmutableArray.CreateBuilder<PricedLine>(lines.Length);
        var at = 0;
        foreach (var line in lines)
        {
            priced.Add(new PricedLine(line, [.. amounts.AsSpan(at, line.Offer.Quantity)]));
            at += line.Offer.Quantity;
        }
        return new PricedCart(priced.DrainToImmutable(), tax);
    }
}
