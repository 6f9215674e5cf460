namespace Elizon.Cli.Tests.Commands;

public sealed class AccountCommandTests : IDisposable
{
    private const string Closed =
        """{"success":true,"closing":{"status":"CLOSED","closedAt":"2026-11-25T08:00:00Z","balance":0.00,"points":0,"obstacles":[],"payout":{"id":"p1","amount":12.34,"to":"DE02…2051","status":"REQUESTED","requestedAt":"2026-11-25T08:00:00Z","reason":null}}}""";

    private readonly string _home = Directory.CreateTempSubdirectory("elizon-home").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public async Task Closing_says_where_the_balance_goes()
    {
        var (code, output, asked) = await OneCall.Run(
            _home,
            200,
            Closed,
            "account",
            "close",
            "ann",
            "--iban",
            "DE02120300000000202051",
            "--holder",
            "Ann Muster",
            "--reason",
            "asked by letter"
        );
        Assert.Equal(ExitCode.Ok, code);
        Assert.Contains("12.34 euros go to DE02…2051", output, StringComparison.Ordinal);
        Assert.StartsWith("POST /api/admin/accounts/ann/close", asked, StringComparison.Ordinal);
        Assert.Contains("\"iban\":\"DE02120300000000202051\"", asked, StringComparison.Ordinal);
        Assert.Contains("\"reason\":\"asked by letter\"", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_the_way_is_a_refusal()
    {
        var (code, output, _) = await OneCall.Run(
            _home,
            409,
            """{"success":false,"error":"Contracts run.","errorKey":"account.contractsRun"}""",
            "account",
            "close",
            "ann",
            "--reason",
            "asked by letter"
        );
        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("Contracts run.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_opened_again()
    {
        var (code, output, asked) = await OneCall.Run(
            _home,
            200,
            """{"success":true,"closing":{}}""",
            "account",
            "reopen",
            "ann",
            "--reason",
            "came back"
        );
        Assert.Equal(ExitCode.Ok, code);
        Assert.Contains("ann is open", output, StringComparison.Ordinal);
        Assert.StartsWith("POST /api/admin/accounts/ann/reopen", asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("account", "close")]
    [InlineData("account", "reopen")]
    public async Task Without_an_account_it_is_a_usage_fault(params string[] args)
    {
        using var world = TestWorld.Of(_home);
        Assert.Equal(ExitCode.Usage, await world.Run(args));
    }
}
