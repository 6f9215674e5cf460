using System.ComponentModel.DataAnnotations;
using Elizon.Subscriptions;

namespace Elizon.Api.Subscriptions;

/// <summary>A new price of a product.</summary>
/// <param name="BillingCycle">Days; contracts of other cycles keep their price.</param>
/// <param name="Price">Per cycle, VAT included.</param>
/// <param name="From">First day on which a period may begin with it: the notice time ahead for a rise.</param>
/// <param name="Before">The price it replaces; the catalogue's of today when left out.</param>
public sealed record PriceChangeBody(
    ProductId Product,
    [property: Range(1, 3660)] int BillingCycle,
    Money Price,
    DateOnly From,
    Money? Before = null
)
{
    internal PriceChangeTerms Terms => new(Product, BillingCycle, Price, From, Before);
}
