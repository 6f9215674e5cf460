namespace Elizon.Cli.Tests.Commands;

public sealed class PriceCommandTests : IDisposable
{
    private const string Change =
        """{"success":true,"priceChange":{"id":"pc1","product":"minecraft-s","billingCycle":30,"before":4.99,"price":5.99,"from":"2027-02-01","contracts":12,"ownPrice":2,"visited":3,"told":1,"doneAt":null}}""";

    private readonly string _home = Directory.CreateTempSubdirectory("elizon-home").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public async Task A_new_price_of_a_product_is_sent_and_shown()
    {
        var (code, output, asked) = await Product("--reason", "energy");
        Assert.Equal(ExitCode.Ok, code);
        Assert.StartsWith("POST /api/admin/price-changes\n", asked, StringComparison.Ordinal);
        Assert.Contains("\"product\":\"minecraft-s\"", asked, StringComparison.Ordinal);
        Assert.Contains("\"price\":5.99", asked, StringComparison.Ordinal);
        Assert.Contains("\"from\":\"2027-02-01\"", asked, StringComparison.Ordinal);
        Assert.Contains("pc1", output, StringComparison.Ordinal);
        Assert.Contains("5.99", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_asks_for_no_reason_and_changes_nothing()
    {
        var (code, _, asked) = await Product("--dry-run");
        Assert.Equal(ExitCode.Ok, code);
        Assert.StartsWith(
            "POST /api/admin/price-changes/preview\n",
            asked,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task One_contract_gets_a_price_of_its_own()
    {
        var (code, output, asked) = await OneCall.Run(
            _home,
            409,
            """{"success":false,"error":"Too early.","errorKey":"price.tooEarly"}""",
            "price",
            "contract",
            "s1",
            "--price",
            "5.99",
            "--from",
            "2027-02-01",
            "--reason",
            "agreed"
        );
        Assert.Equal(ExitCode.Failed, code);
        Assert.StartsWith(
            "POST /api/admin/subscriptions/s1/price",
            asked,
            StringComparison.Ordinal
        );
        Assert.Contains("Too early.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("price", "product", "minecraft-s", "--from", "2027-02-01")]
    [InlineData("price", "contract", "s1", "--price", "5.99")]
    [InlineData("price", "contract", "s1", "--price", "viel", "--from", "2027-02-01")]
    public async Task Price_and_day_are_needed(params string[] args)
    {
        using var world = TestWorld.Of(_home);
        Assert.Equal(ExitCode.Usage, await world.Run(args));
    }

    private Task<(int Code, string Output, string Asked)> Product(params string[] more) =>
        OneCall.Run(
            _home,
            200,
            Change,
            ["price", "product", "minecraft-s", "--price", "5.99", "--from", "2027-02-01", .. more]
        );
}
