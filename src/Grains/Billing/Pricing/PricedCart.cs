using System.Collections.Immutable;
using Elizon.Catalog;

namespace Elizon.Grains.Billing.Pricing;

/// <summary>An offer and what this customer pays for one piece of it: fixed when the order is placed.</summary>
internal sealed record OrderLine(Offer Offer, Money UnitPrice)
{
    public Money Total => UnitPrice * Offer.Quantity;
}

/// <summary>A line with the net and tax of each of its pieces.</summary>
internal sealed record PricedLine(OrderLine Line, ImmutableArray<Amounts> Units)
{
    public Amounts Sum => Amounts.Sum(Units);
}

/// <summary>Lines under one tax decision.</summary>
internal sealed record PricedCart(ImmutableArray<PricedLine> Lines, TaxDecision Tax)
{
    public Amounts Sum => Amounts.Sum(Lines.Select(l => l.Sum));
}
