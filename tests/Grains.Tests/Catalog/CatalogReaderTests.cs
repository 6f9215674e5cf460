using Elizon.Catalog;
using Elizon.Grains.Catalog;
using Microsoft.Extensions.DependencyInjection;

namespace Elizon.Grains.Tests.Catalog;

public sealed class CatalogReaderTests(CatalogReaderTests.Host host)
    : IClassFixture<CatalogReaderTests.Host>
{
    private readonly ICatalogReader _reader = host.Cluster.Grains.CatalogReader();

    [Fact]
    public async Task A_quote_names_price_version_stock_and_everything_to_provision()
    {
        var offer = Assert.Single(
            await _reader.Quote([
                new CartItem(
                    new ProductId("mc-few"),
                    30,
                    2,
                    " Burg ",
                    new CartItemOptions(
                        Egg: "vanilla",
                        Variables: new() { ["MINECRAFT_VERSION"] = "1.21" }
                    )
                ),
            ])
        );
        Assert.Equal(
            (new Money(499), 1, "mc-few.fra", "Burg", "minecraft"),
            (offer.Gross, offer.PriceVersion, offer.Stock, offer.Name, offer.Category)
        );
        Assert.Equal(
            ("panel-1", "pterodactyl", "fra", "vanilla", "yolks:java_21", "1.21", 2048),
            (
                offer.Plan.Provider.Value,
                offer.Plan.ProviderKind,
                offer.Plan.Location.Value,
                offer.Plan.Egg,
                offer.Plan.Image,
                offer.Plan.Environment["MINECRAFT_VERSION"],
                offer.Plan.Memory
            )
        );
    }

    [Fact]
    public async Task Without_a_limit_no_stock_is_drawn_from() =>
        Assert.Null((await _reader.Quote([new CartItem(new ProductId("mc-s"), 30)]))[0].Stock);

    [Fact]
    public async Task Faults_of_the_cart_and_of_the_game_are_named_together()
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            _reader.Quote([
                new CartItem(new ProductId("mc-s"), 31),
                new CartItem(
                    new ProductId("mc-s"),
                    30,
                    Options: new CartItemOptions(Image: "Java 8")
                ),
                new CartItem(
                    new ProductId("mc-s"),
                    30,
                    Options: new CartItemOptions(Egg: "tetris")
                ),
            ])
        );
        Assert.Equal(
            [
                "items[0].billingCycle: Must be one of 30, 90.",
                "items[1].options: And one fault more.",
                "items[1].options: No image 'Java 8'.",
                "items[2].options.egg: Must be one of paper, vanilla.",
            ],
            refusal.ValidationErrors.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task The_last_piece_once_reserved_is_out_of_stock_there()
    {
        await host
            .Cluster.Grains.Stock("mc-last.fra")
            .Reserve(new OrderId("order-last"), new AccountId("ann"), 1);
        host.Cluster.Silos.GetSiloServiceProvider().GetRequiredService<CatalogSnapshots>().Expire();
        var product = await _reader.Product("mc-last", null, "de");
        Assert.Equal(
            [("fra", false), ("hel", true)],
            product.Locations.Select(l => (l.Id.Value, l.InStock))
        );
    }

    [Fact]
    public async Task A_category_lists_its_products_and_children()
    {
        var games = await _reader.Category(new CategoryId("games"), "en");
        Assert.Equal(("Games", 0), (games.Name, games.Products.Length));
        Assert.Equal(("minecraft", 3), (games.Children[0].Key.Value, games.Children[0].Products));
    }

    [Theory]
    [InlineData("games", null, null, null, 3)]
    [InlineData("minecraft", null, null, null, 3)]
    [InlineData("machines", null, null, null, 0)]
    [InlineData(null, "pterodactyl", null, null, 3)]
    [InlineData(null, "panel-1", null, null, 3)]
    [InlineData(null, "proxmox", null, null, 0)]
    [InlineData(null, null, "hel", null, 3)]
    [InlineData(null, null, "mars", null, 0)]
    [InlineData(null, null, null, "BLOCKS MC-F", 1)]
    [InlineData(null, null, null, "vanilla", 3)]
    public async Task Filters_match(
        string? category,
        string? provider,
        string? location,
        string? text,
        int found
    )
    {
        var page = await _reader.Products(
            new ProductFilter(
                category is null ? null : new CategoryId(category),
                provider,
                location is null ? null : new LocationId(location),
                text
            ),
            new PageRequest(1, 2),
            "en"
        );
        Assert.Equal((found, Math.Min(found, 2)), ((int)page.Pagination.Total, page.Items.Length));
    }

    [Fact]
    public async Task A_product_shows_games_with_what_customers_may_see()
    {
        var paper = (await _reader.Product("mc-s", new CategoryId("games"), "en")).Eggs[0];
        Assert.Equal(
            ("paper", true, "Java 21", "MINECRAFT_VERSION"),
            (paper.Key, paper.Default, paper.Images[0], Assert.Single(paper.Variables).Key)
        );
    }

    [Fact]
    public async Task A_product_outside_the_category_is_not_found()
    {
        await Assert.ThrowsAsync<Refusal>(() =>
            _reader.Product("mc-s", new CategoryId("machines"), "en")
        );
    }

    [Fact]
    public async Task The_provider_shows_places_and_games_and_nothing_else()
    {
        var provider = await _reader.Provider(new ProviderId("panel-1"), "de");
        Assert.Equal(["fra", "hel"], provider.Nodes.Select(n => n.Id.Value));
        Assert.Equal(["paper", "vanilla"], provider.Eggs.Select(e => e.Key));
    }

    [Fact]
    public async Task Upgrades_are_read_by_category()
    {
        var config = await _reader.UpgradeConfig(new CategoryId("minecraft"));
        Assert.Equal(
            (new Money(250), new Money(120)),
            (config.AdditionalIp, config.Resources[0].Price)
        );
    }

    [Fact]
    public async Task The_navigation_speaks_the_language_asked_for() =>
        Assert.Equal("Games", (await _reader.Navigation("en"))[0].Label);

    public sealed class Host : IAsyncLifetime
    {
        public ElizonCluster Cluster { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Cluster = await ElizonCluster.Start();
            await Cluster
                .Grains.CatalogAdmin()
                .Apply(
                    CatalogSamples.Document(
                        CatalogSamples.Product("mc-s"),
                        CatalogSamples.Product("mc-few", stock: new() { ["fra"] = 5 }),
                        CatalogSamples.Product("mc-last", stock: new() { ["fra"] = 1 }),
                        CatalogSamples.Product("mc-hidden") with
                        {
                            Published = false,
                        }
                    ),
                    default,
                    CatalogSamples.Staff(Cluster.Clock.GetUtcNow())
                );
            await Cluster.Quiet();
        }

        public async Task DisposeAsync() => await Cluster.DisposeAsync();
    }
}
