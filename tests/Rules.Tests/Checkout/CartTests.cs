using CsCheck;
using Elizon.Catalog;
using Elizon.Grains.Checkout;
using Elizon.Rules.Tests.Billing;

namespace Elizon.Rules.Tests.Checkout;

public sealed class CartTests
{
    [Fact]
    public void A_consumer_pays_the_shown_price_with_the_tax_of_the_own_country()
    {
        var cart = Carts.Price(
            [Samples.Offer(999), Samples.Offer(499, 3)],
            Samples.Buyer("AT"),
            Samples.House,
            Samples.Now
        );
        Assert.Equal(
            (new Money(2496), new Money(416), new Money(2080), 20m, "AT"),
            (cart.Total, cart.Tax, cart.Net, cart.TaxRate, cart.Country)
        );
        Assert.Equal([new Money(999), new Money(499)], cart.Items.Select(i => i.Price));
    }

    [Fact]
    public void Outside_the_union_the_home_tax_is_taken_out_of_each_price()
    {
        var cart = Carts.Price(
            [Samples.Offer(1190, 2)],
            Samples.Buyer("CH"),
            Samples.House,
            Samples.Now
        );
        Assert.Equal(
            (new Money(2000), Money.Zero, new Money(2000), 0m),
            (cart.Total, cart.Tax, cart.Net, cart.TaxRate)
        );
        Assert.Equal(new Money(1000), cart.Items[0].Price);
    }

    [Fact]
    public void Net_and_tax_make_the_total_line_by_line_and_in_all() =>
        Gen.Select(
                Gen.Long[0, 50_000].Array[1, 20],
                Gen.Int[1, 20],
                Gen.Int[0, 4].Select(i => new[] { "DE", "AT", "FI", "HU", "CH" }[i])
            )
            .Sample(
                (cents, quantity, country) =>
                {
                    Offer[] offers = [.. cents.Select(c => Samples.Offer(c, quantity))];
                    var cart = Carts.Price(
                        offers,
                        Samples.Buyer(country),
                        Samples.House,
                        Samples.Now
                    );
                    Assert.Equal(cart.Total, cart.Net + cart.Tax);
                    Assert.Equal(cart.Total, Money.Sum(cart.Items.Select(i => i.Total)));
                    Assert.Equal(cart.Tax, Money.Sum(cart.Items.Select(i => i.Tax)));
                    Assert.All(cart.Items, i => Assert.Equal(i.Total, i.Net + i.Tax));
                    Assert.All(cart.Items, i => Assert.Equal(i.Total, i.Price * i.Quantity));
                }
            );

    [Fact]
    public void Each_fault_of_a_quote_is_told_with_its_item()
    {
        CartItem[] items =
        [
            new(ProductId.Of("a"), 30),
            new(ProductId.Of("b"), 30),
            new(ProductId.Of("c"), 30),
        ];
        var refusal = new Refusal(
            RefusalKind.Conflict,
            "stock.soldOut",
            "The cart has faults.",
            ["items[0].options.location: Sold out at 'fra'.", "items[2]: Nothing left."]
        );
        var found = Unavailable.Of(refusal, items, 0);
        Assert.Equal(
            [(0, "a", "Sold out at 'fra'."), (2, "c", "Nothing left.")],
            found.Select(f => (f.Index, f.ProductId.Value, f.Message))
        );
    }

    [Fact]
    public void The_fault_of_an_item_quoted_alone_keeps_its_place_in_the_cart()
    {
        CartItem[] items = [new(ProductId.Of("a"), 30), new(ProductId.Of("b"), 30)];
        var refusal = new Refusal(
            RefusalKind.NotFound,
            "product.unknown",
            "items[0].productId: There is no product 'b'."
        );
        var found = Assert.Single(Unavailable.Of(refusal, items, 1));
        Assert.Equal(
            (1, "b", "product.unknown", "There is no product 'b'."),
            (found.Index, found.ProductId.Value, found.Reason, found.Message)
        );
    }
}
