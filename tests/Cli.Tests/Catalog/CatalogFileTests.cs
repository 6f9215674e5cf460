using Elizon.Catalog;
using Elizon.Cli.Catalog;
using Elizon.Cli.Tests.Commands;

namespace Elizon.Cli.Tests.Catalog;

public sealed class CatalogFileTests : IDisposable
{
    private const string Head = """
        providers:
          - id: panel-1
            kind: pterodactyl
            name: Panel
            url: http://127.0.0.1:8091
            locations: { fra: de-fra }
        locations:
          - { id: fra, name: Frankfurt, city: Frankfurt, country: DE, flag: "🇩🇪" }
        categories:
          - { key: games, name: { de: Spiele, en: Games }, description: Alles }
        products:

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("elizon-cli").FullName;
    private readonly Dictionary<string, string> _environment = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_shipped_catalogue_sells_at_least_eight_games_in_many_sizes()
    {
        var document = CatalogFile
            .Read(Repository.File("deploy", "catalog.yaml"), World())
            .Document;
        Assert.True(
            document.Products.SelectMany(p => p.Eggs).Select(e => e.Egg).Distinct().Count() >= 8
        );
        Assert.All(
            document.Products,
            p => Assert.Equal(BillingCycles.All, p.Prices.Select(e => e.Cycle).Order())
        );
        Assert.Equal(3, document.Locations.Length);
        Assert.True(
            document
                .Products.Where(p => p.Category.Value == "minecraft")
                .Min(p => p.Prices.First(e => e.Cycle == 30).Price) < new Money(5_000)
        );
    }

    [Fact]
    public void Short_forms_mean_the_whole_document()
    {
        var product = Assert.Single(
            Read(
                """
                  - slug: mc-s
                    category: games
                    name: { de: Klötze, en: Blocks }
                    description: Gut
                    provider: panel-1
                    eggs: [paper, { egg: rust, image: Java 21, variables: { PASS: random:8 } }]
                    limits: { memory: 2 GiB, disk: 512 MiB, cpu: 150 }
                    locations: [fra]
                    options:
                      memory: { name: Mehr, step: 1 GiB, max: 4, price: 1.50 }
                    prices: { 7: 1.19, 30: [3.99, { price: 4.49, from: 2027-03-01 }] }
                    stock: { fra: 3 }
                """
            ).Products
        );
        Assert.Equal(
            ("mc-s", "paper", 2048, 512, 500, 1, 3),
            (
                product.Id.Value,
                product.DefaultEgg,
                product.Limits.Memory,
                product.Limits.Disk,
                product.Limits.Io,
                product.Limits.Allocations,
                product.Stock["fra"]
            )
        );
        Assert.Equal(new LocalText("Gut", "Gut"), product.Description);
        Assert.Equal(
            ("rust", "Java 21", "random:8"),
            (product.Eggs[1].Egg, product.Eggs[1].Image, product.Eggs[1].Variables["PASS"])
        );
        Assert.Equal(
            [
                new PriceEntry(7, new Money(119)),
                new PriceEntry(30, new Money(399)),
                // Midnight in Germany.
                new PriceEntry(
                    30,
                    new Money(449),
                    new DateTimeOffset(2027, 2, 28, 23, 0, 0, TimeSpan.Zero)
                ),
            ],
            product.Prices
        );
        Assert.Equal(
            new Dictionary<int, Money> { [7] = new(35), [30] = new(150) },
            product.Options[0].Prices
        );
    }

    [Fact]
    public void Coupons_are_read_as_the_command_takes_them()
    {
        var file = CatalogFile.Read(
            Write(
                Head.Replace("products:\n", "products: []\n")
                    + """
                    coupons:
                      - { code: welcome10, percent: 12.5, newCustomers: true, products: [mc-s] }
                      - { code: FIVE, amount: 5.00, renewals: every, until: 2027-03-01 }
                    """
            ),
            World()
        );
        var (first, second) = (file.Coupons[0], file.Coupons[1]);
        Assert.Equal(
            ("WELCOME10", 12.5m, 0, 1, "mc-s"),
            (
                first.Code.Value,
                first.Percent,
                first.Renewals,
                first.MaxPerPerson,
                Assert.Single(first.Products).Value
            )
        );
        Assert.Equal(
            (new Money(500), null, null),
            (second.Amount, second.Renewals, second.MaxUses)
        );
        Assert.Equal(new DateTimeOffset(2027, 2, 28, 23, 0, 0, TimeSpan.Zero), second.ValidUntil);
    }

    [Fact]
    public void Merge_keys_fill_in_and_own_members_win()
    {
        var products = Read(
            """
              - &base
                slug: a
                category: games
                name: A
                description: A
                provider: panel-1
                eggs: [paper]
                limits: { memory: 2 GiB, disk: 1 GiB, cpu: 100 }
                locations: [fra]
                prices: { 30: 3.99 }
              - <<: *base
                slug: b
                prices: { 30: 4.99 }
            """
        ).Products;
        Assert.Equal(
            [("a", 399L, 2048), ("b", 499L, 2048)],
            products.Select(p => (p.Slug, p.Prices[0].Price.Cents, p.Limits.Memory))
        );
    }

    [Fact]
    public void Every_fault_is_told_with_its_line()
    {
        var fault = Assert.Throws<CliFault>(() =>
            Read(
                """
                  - slug: MC_S
                    category: toys
                    name: { de: Klötze }
                    description: Gut
                    provider: panel-1
                    eggs: [paper]
                    limits: { memory: viel, disk: 1 MiB, cpu: 150 }
                    locations: [mars]
                    prizes: { 30: 3.99 }
                    prices: { 31: 3.99, 30: 3.999 }
                    stock: { fra: -1 }
                """
            )
        );
        Assert.Equal(
            [
                "12 products[0].slug: Must have 1 to 64 lower case letters, digits or '-'.",
                "13 products[0].category: No category 'toys' is declared.",
                "14 products[0].name.en: 'en' is missing.",
                "18 products[0].limits.disk: Must be between 256 and 16777216, but is 1.",
                "18 products[0].limits.memory: Must be a number or a size such as '4 GiB', but is 'viel'.",
                "19 products[0].locations[0]: No location 'mars' is declared.",
                "20 products[0].prizes: 'prizes' is not known here; did you mean 'prices'?",
                "21 products[0].prices.31: A cycle is one of 7, 14, 30, 60, 90, 120, 365 days, but is '31'.",
                "21 products[0].prices[0]: Must be an amount in euros such as 4.99, but is '3.999'.",
                "22 products[0].stock.fra: The product is not sold at the location 'fra'.",
                "22 products[0].stock.fra: Must be between 0 and 100000, but is -1.",
            ],
            fault.Details.Select(d =>
                d[(Path.Combine(_folder, "catalog.yaml").Length + 1)..]
                    .Replace(": products", " products")
            )
        );
    }

    [Fact]
    public void A_fault_in_an_anchor_is_told_once()
    {
        var fault = Assert.Throws<CliFault>(() =>
            Read(
                """
                  - &base
                    slug: a
                    category: games
                    name: A
                    description: A
                    provider: panel-1
                    eggs: [paper]
                    limits: { memory: 2 GiB, disk: 1 GiB, cpu: viel }
                    locations: [fra]
                    prices: { 30: 3.99 }
                  - <<: *base
                    slug: b
                """
            )
        );
        Assert.Contains(
            ":19: products[0].limits.cpu",
            Assert.Single(fault.Details),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("a: b: c", 1)]
    [InlineData("a: 1\nb: [", 3)]
    [InlineData("providers: []\nproviders: []", 2)]
    public void What_is_no_YAML_is_told_with_its_line(string text, int line)
    {
        var fault = Assert.Throws<CliFault>(() => CatalogFile.Read(Write(text), World()));
        Assert.Contains(
            $"catalog.yaml:{line}: This is no YAML",
            fault.Details[0],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b")]
    [InlineData("just text")]
    [InlineData("providers: 3\nlocations: {}\ncategories: [[]]\nproducts: [1]")]
    [InlineData("providers: [~]\nlocations: [~]\ncategories: [~]\nproducts: [~]")]
    public void Odd_files_are_refused_without_a_crash(string text) =>
        Assert.NotEmpty(
            Assert.Throws<CliFault>(() => CatalogFile.Read(Write(text), World())).Details
        );

    [Fact]
    public void A_secret_that_stands_in_the_file_is_refused()
    {
        var fault = Assert.Throws<CliFault>(() => Secret("ptla_plain"));
        Assert.Contains(
            "A secret does not stand in the file",
            fault.Details[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Secrets_come_from_environment_and_files()
    {
        _environment["PANEL_KEY"] = "from-env";
        File.WriteAllText(Path.Combine(_folder, "key"), "from-file\n");
        Assert.Equal(
            ["from-env", "from-file", "otherwise"],
            new[] { "env:PANEL_KEY", "file:key", "env:NONE:-otherwise" }.Select(Secret)
        );
    }

    [Fact]
    public void A_variable_that_is_not_set_is_told_by_its_name()
    {
        var fault = Assert.Throws<CliFault>(() => Secret("env:NONE"));
        Assert.Contains(
            "The environment variable NONE is not set.",
            fault.Details[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_servers_faults_get_their_lines_too()
    {
        var file = CatalogFile.Read(Write(Head.Replace("products:\n", "products: []\n")), World());
        var located = file.At(
            new CliFault(
                ExitCode.Failed,
                "no",
                null,
                "categories[0].key: Taken.",
                "Something else: entirely."
            )
        );
        Assert.Equal(
            [$"{file.Name}:10: categories[0].key: Taken.", "Something else: entirely."],
            located.Details
        );
    }

    private string Secret(string reference) =>
        CatalogFile
            .Read(
                Write(
                    Head.Replace(
                            "    locations: { fra: de-fra }\n",
                            $"    locations: {{ fra: de-fra }}\n    secrets: {{ applicationKey: \"{reference}\" }}\n"
                        )
                        .Replace("products:\n", "products: []\n")
                ),
                World()
            )
            .Document.Providers[0]
            .Secrets["applicationKey"];

    private CatalogDocument Read(string products) =>
        CatalogFile.Read(Write(Head + products), World()).Document;

    private string Write(string text)
    {
        var file = Path.Combine(_folder, "catalog.yaml");
        File.WriteAllText(file, text);
        return file;
    }

    private World World() => TestWorld.Of(_folder, _environment).World;
}
