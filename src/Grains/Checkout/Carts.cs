using Elizon.Catalog;
using Elizon.Checkout;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Pricing;
using Elizon.Identity;

namespace Elizon.Grains.Checkout;

/// <summary>Prices a cart by the very rules that an order is priced by.</summary>
internal static class Carts
{
    public static CartView Price(
        Offer[] offers,
        BillingProfile buyer,
        House house,
        DateTimeOffset now
    )
    {
        var day = house.DayOf(now);
        var tax = Taxation.Decide(buyer, day, house.Terms);
        var lines = Prices.For(offers, tax, Taxation.HomeRate(day, house.Terms));
        var cart = Prices.Split(lines, tax);
        return new CartView(
            [.. cart.Lines.Select(View)],
            cart.Sum.Net,
            cart.Sum.Tax,
            cart.Sum.Gross,
            tax.Rate,
            tax.Country,
            "EUR"
        );
    }

    private static CartLineView View(PricedLine line)
    {
        var offer = line.Line.Offer;
        return new CartLineView(
            offer.ProductId,
            offer.ProductName,
            offer.Name,
            offer.BillingCycle,
            offer.Quantity,
            line.Line.UnitPrice,
            line.Sum.Net,
            line.Sum.Tax,
            line.Sum.Gross,
            offer.Plan.Location
        );
    }
}
