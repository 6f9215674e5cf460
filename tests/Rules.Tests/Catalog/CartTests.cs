using Elizon.Catalog;
using Elizon.Grains.Catalog;

namespace Elizon.Rules.Tests.Catalog;

public sealed class CartTests
{
    private static readonly ProductId Product = new("mc-s");

    [Fact]
    public void Product_and_cycle_suffice()
    {
        var line = Assert.Single(Check(Sample(), new CartItem(Product, 30)));
        Assert.Equal(
            ("fra", 499L, 1, 2048),
            (line.Location.Value, line.Gross.Cents, line.Price.Version, line.Limits.Memory)
        );
    }

    [Fact]
    public void Steps_of_an_option_raise_limit_and_price()
    {
        var item = new CartItem(
            Product,
            90,
            Options: new CartItemOptions(Upgrades: new() { ["memory"] = 2 })
        );
        var line = Assert.Single(Check(Sample(), item));
        Assert.Equal((4096, 1_399L + 2 * 350), (line.Limits.Memory, line.Gross.Cents));
    }

    [Fact]
    public void The_first_location_with_room_is_taken()
    {
        var catalog = Sample(new() { ["fra"] = 5, ["hel"] = 5 }, ("mc-s.fra", 0), ("mc-s.hel", 1));
        Assert.Equal(
            "hel",
            Assert.Single(Check(catalog, new CartItem(Product, 30))).Location.Value
        );
    }

    [Fact]
    public void Two_lines_do_not_count_on_the_same_piece()
    {
        var catalog = Sample(new() { ["fra"] = 5 }, ("mc-s.fra", 1));
        var lines = Check(catalog, new CartItem(Product, 30), new CartItem(Product, 30));
        Assert.Equal(["fra", "hel"], lines.Select(l => l.Location.Value));
    }

    [Fact]
    public void A_stock_that_has_not_learned_of_its_limit_sells_nothing()
    {
        var catalog = Sample(new() { ["fra"] = 5, ["hel"] = 5 });
        var refusal = Assert.Throws<Refusal>(() => Check(catalog, new CartItem(Product, 30)));
        Assert.Equal((RefusalKind.Conflict, "stock.soldOut"), (refusal.Kind, refusal.Key));
    }

    [Fact]
    public void Only_unknown_products_are_not_found()
    {
        var refusal = Assert.Throws<Refusal>(() =>
            Check(Sample(), new CartItem(new ProductId("nope"), 30))
        );
        Assert.Equal(RefusalKind.NotFound, refusal.Kind);
    }

    [Fact]
    public void A_product_that_is_not_published_is_unknown()
    {
        var catalog = CatalogSamples.Snapshot(
            CatalogSamples.Document(CatalogSamples.Product() with { Published = false })
        );
        var refusal = Assert.Throws<Refusal>(() => Check(catalog, new CartItem(Product, 30)));
        Assert.Equal("product.unknown", refusal.Key);
    }

    [Fact]
    public void Every_fault_is_named_with_its_place()
    {
        var refusal = Assert.Throws<Refusal>(() =>
            Check(
                Sample(),
                new CartItem(Product, 30),
                new CartItem(
                    Product,
                    31,
                    0,
                    " ",
                    new CartItemOptions(
                        new LocationId("mars"),
                        Upgrades: new() { ["memory"] = 9, ["wings"] = 1 }
                    )
                ),
                new CartItem(new ProductId("nope"), 30)
            )
        );
        Assert.Equal(RefusalKind.Invalid, refusal.Kind);
        Assert.Equal(
            [
                "items[1].quantity: Must be between 1 and 20.",
                "items[1].name: Must have 1 to 60 characters and no control characters.",
                "items[1].billingCycle: Must be one of 30, 90.",
                "items[1].options.upgrades.memory: Must be between 0 and 8 steps.",
                "items[1].options.upgrades.wings: The product has no such option.",
                "items[1].options.location: Must be one of fra, hel.",
                "items[2].productId: There is no product 'nope'.",
            ],
            refusal.ValidationErrors
        );
    }

    [Fact]
    public void An_empty_cart_is_refused() =>
        Assert.Equal("cart.invalid", Assert.Throws<Refusal>(() => Check(Sample())).Key);

    [Fact]
    public void A_price_counts_from_its_instant_on()
    {
        var from = CatalogSamples.Now.AddDays(1);
        var catalog = CatalogSamples.Snapshot(
            CatalogSamples.Document(
                CatalogSamples.Product(
                    prices: [new(30, new Money(499)), new(30, new Money(599), from)]
                )
            )
        );
        var faults = new CartFaults();
        var line = Assert.Single(Cart.Check(catalog, [new CartItem(Product, 30)], from, faults));
        Assert.Equal((599L, 2), (line.Gross.Cents, line.Price.Version));
    }

    private static CatalogSnapshot Sample(
        Dictionary<string, int>? stock = null,
        params (string, int)[] available
    ) =>
        CatalogSamples.Snapshot(
            CatalogSamples.Document(CatalogSamples.Product(stock: stock)),
            available
        );

    private static List<CartLine> Check(CatalogSnapshot catalog, params CartItem[] items)
    {
        var faults = new CartFaults();
        var lines = Cart.Check(catalog, items, CatalogSamples.Now, faults);
        faults.Throw();
        return lines;
    }
}
