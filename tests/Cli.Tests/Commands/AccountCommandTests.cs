using System.Net;
using System.Net.Sockets;
using System.Text;

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
        var (code, output, asked) = await Run(
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
        var (code, output, _) = await Run(
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
        var (code, output, asked) = await Run(
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

    /// <summary>A platform that answers one call with this.</summary>
    private async Task<(int Code, string Output, string Asked)> Run(
        int status,
        string answer,
        params string[] args
    )
    {
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)port.LocalEndpoint).Port}/";
        port.Stop();
        using var platform = new HttpListener { Prefixes = { address } };
        platform.Start();
        using var world = TestWorld.Of(
            _home,
            new Dictionary<string, string> { ["ELIZON_KEY"] = "x", ["ELIZON_API"] = address }
        );
        var running = world.Run(args);
        var call = await platform.GetContextAsync();
        using var body = new StreamReader(call.Request.InputStream);
        var asked =
            $"{call.Request.HttpMethod} {call.Request.Url!.AbsolutePath}\n{await body.ReadToEndAsync()}";
        call.Response.StatusCode = status;
        call.Response.ContentType = "application/json";
        call.Response.Close(Encoding.UTF8.GetBytes(answer), willBlock: true);
        var code = await running;
        return (code, world.Output + world.Errors + world.Terminal.Output, asked);
    }
}
