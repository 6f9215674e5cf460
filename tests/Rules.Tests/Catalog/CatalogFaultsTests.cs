using Elizon.Catalog;

namespace Elizon.Rules.Tests.Catalog;

public sealed class CatalogFaultsTests
{
    [Fact]
    public void A_sound_document_has_no_fault() =>
        Assert.Empty(CatalogFaults.Of(CatalogSamples.Document()));

    public static TheoryData<string, Func<ProductEntry, ProductEntry>> BentProducts =>
        new()
        {
            { "products[0].id", p => p with { Id = new ProductId("no dots.") } },
            { "products[0].slug", p => p with { Slug = "Großbuchstaben" } },
            { "products[0].name.en", p => p with { Name = new LocalText("da", " ") } },
            {
                "products[0].description.de",
                p => p with { Description = new(new('x', 2001), "x") }
            },
            { "products[0].category", p => p with { Category = new CategoryId("none") } },
            { "products[0].provider", p => p with { Provider = new ProviderId("none") } },
            { "products[0].eggs", p => p with { Eggs = [], DefaultEgg = null } },
            { "products[0].eggs[1].egg", p => p with { Eggs = [p.Eggs[0], p.Eggs[0]] } },
            {
                "products[0].eggs[1].egg",
                p => p with { Eggs = [p.Eggs[0], new("Not A Key", null, [])] }
            },
            { "products[0].defaultEgg", p => p with { DefaultEgg = "forge" } },
            { "products[0].limits.memory", p => p with { Limits = p.Limits with { Memory = 0 } } },
            { "products[0].limits.disk", p => p with { Limits = p.Limits with { Disk = 1 } } },
            { "products[0].limits.cpu", p => p with { Limits = p.Limits with { Cpu = 0 } } },
            { "products[0].limits.io", p => p with { Limits = p.Limits with { Io = 9 } } },
            {
                "products[0].limits.backups",
                p => p with { Limits = p.Limits with { Backups = -1 } }
            },
            { "products[0].locations", p => p with { Locations = [] } },
            { "products[0].locations[0]", p => p with { Locations = [new LocationId("mars")] } },
            {
                "products[0].locations[1]",
                p => p with { Locations = [new LocationId("fra"), new LocationId("fra")] }
            },
            { "products[0].prices", p => p with { Prices = [] } },
            { "products[0].prices[0].cycle", p => p with { Prices = [new(31, new Money(1))] } },
            { "products[0].prices[0].price", p => p with { Prices = [new(30, Money.Zero)] } },
            {
                "products[0].prices[1]",
                p => p with { Prices = [new(30, new Money(1)), new(30, new Money(2))] }
            },
            {
                "products[0].options[0].prices",
                p => p with { Options = [p.Options[0] with { Prices = new() { [30] = new(1) } }] }
            },
            {
                "products[0].options[1].key",
                p => p with { Options = [p.Options[0], p.Options[0]] }
            },
            {
                "products[0].options[0].maxSteps",
                p => p with { Options = [p.Options[0] with { MaxSteps = 0 }] }
            },
            { "products[0].stock.mars", p => p with { Stock = new() { ["mars"] = 1 } } },
            { "products[0].stock.fra", p => p with { Stock = new() { ["fra"] = -1 } } },
        };

    [Theory]
    [MemberData(nameof(BentProducts))]
    public void A_bent_product_is_named_by_its_place(
        string place,
        Func<ProductEntry, ProductEntry> bend
    )
    {
        var document = CatalogSamples.Document(bend(CatalogSamples.Product()));
        Assert.Equal(place, Assert.Single(CatalogFaults.Of(document)).Path);
    }

    public static TheoryData<string, Func<CatalogDocument, CatalogDocument>> BentDocuments =>
        new()
        {
            {
                "providers[0].kind",
                d => d with { Providers = [d.Providers[0] with { Kind = "vmware" }] }
            },
            {
                "providers[0].url",
                d => d with { Providers = [d.Providers[0] with { Url = "ftp://x" }] }
            },
            {
                "providers[0].url",
                d => d with { Providers = [d.Providers[0] with { Url = "https://a:b@c" }] }
            },
            {
                "providers[0].secrets.password",
                d =>
                    d with
                    {
                        Providers =
                        [
                            d.Providers[0] with
                            {
                                Secrets = new() { ["password"] = "x" },
                            },
                        ],
                    }
            },
            {
                "locations[1].country",
                d =>
                    d with
                    {
                        Locations = [d.Locations[0], d.Locations[1] with { Country = "Finland" }],
                    }
            },
            { "locations[2].id", d => d with { Locations = [.. d.Locations, d.Locations[0]] } },
            {
                "locations[0].pingUrl",
                d =>
                    d with
                    {
                        Locations = [d.Locations[0] with { PingUrl = "ping" }, d.Locations[1]],
                    }
            },
            {
                "categories[1].parent",
                d =>
                    d with
                    {
                        Categories =
                        [
                            d.Categories[0],
                            d.Categories[1] with
                            {
                                Parent = new CategoryId("toys"),
                            },
                        ],
                    }
            },
            {
                "categories[1].upgrade.resources[0].max",
                d =>
                    d with
                    {
                        Categories =
                        [
                            d.Categories[0],
                            d.Categories[1] with
                            {
                                Upgrade = new UpgradeConfig([
                                    new(PlanResource.Memory, 10, 5, 1, new Money(1)),
                                ]),
                            },
                        ],
                    }
            },
            {
                "navigation[0].href",
                d => d with { Navigation = [new(CatalogSamples.Text("x"), "//elsewhere.example")] }
            },
            {
                "navigation[0].href",
                d => d with { Navigation = [new(CatalogSamples.Text("x"), "javascript:alert(1)")] }
            },
        };

    [Theory]
    [MemberData(nameof(BentDocuments))]
    public void A_bent_document_is_named_by_its_place(
        string place,
        Func<CatalogDocument, CatalogDocument> bend
    ) => Assert.Equal(place, Assert.Single(CatalogFaults.Of(bend(CatalogSamples.Document()))).Path);

    [Fact]
    public void Categories_that_contain_each_other_are_named_both()
    {
        var document = CatalogSamples.Document() with
        {
            Categories =
            [
                new(
                    new CategoryId("games"),
                    CatalogSamples.Text("a"),
                    CatalogSamples.Text("a"),
                    new CategoryId("minecraft")
                ),
                new(
                    new CategoryId("minecraft"),
                    CatalogSamples.Text("b"),
                    CatalogSamples.Text("b"),
                    new CategoryId("games")
                ),
            ],
        };
        Assert.Equal(
            ["categories[0].parent", "categories[1].parent"],
            CatalogFaults.Of(document).Select(f => f.Path)
        );
    }

    [Fact]
    public void All_faults_are_found_at_once()
    {
        var document = CatalogSamples.Document(
            CatalogSamples.Product() with
            {
                Slug = "",
                DefaultEgg = "forge",
                Prices = [new(31, Money.Zero)],
            },
            CatalogSamples.Product()
        );
        Assert.Equal(
            [
                "products[1].id",
                "products[0].slug",
                "products[0].defaultEgg",
                "products[0].prices[0].cycle",
                "products[0].prices[0].price",
            ],
            CatalogFaults.Of(document).Select(f => f.Path)
        );
    }
}
