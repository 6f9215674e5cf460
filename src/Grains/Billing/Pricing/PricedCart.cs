using System.Collections.Immutable;
using Elizon.Catalog;

namespace Elizon.Grains.Billing.Pricing;

/// <summary>An offer and what this customer pays for one piece of it: fixed when the order is placed.</summary>
internal sealed record OrderLine(Offer Offer, Money UnitPrice)
{
    /// <summary>What a coupon takes off each piece; empty when none counts for this line.</summary>
    public ImmutableArray<Money> Discounts { get; init; } = [];

    /// <summary>Before the discount.</summary>
    public Money ListTotal => UnitPrice * Offer.Quantity;

    public Money Discount => Money.Sum(Discounts);

    public Money Total => ListTotal - Discount;

    /// <summary>What each piece costs.</summary>
    public IEnumerable<Money> Pieces =>
        Enumerable.Range(0, Offer.Quantity).Select(i => UnitPrice - DiscountOf(i));

    public Money DiscountOf(int piece) => Discounts.IsEmpty ? Money.Zero : Discounts[piece];
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
