namespace Elizon.Cli.Tests.Commands;

public sealed class ManualInvoiceCommandTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("elizon-home").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public async Task A_draft_names_its_lines_with_pieces_and_prices()
    {
        var (code, output, asked) = await OneCall.Run(
            _home,
            201,
            """{"success":true,"invoice":{"id":"i1","number":null,"status":"DRAFT","total":206.00}}""",
            "invoice",
            "draft",
            "ann",
            "--line",
            "Umzug a=b=49.00",
            "--line",
            "2 x Support=78.50",
            "--until",
            "2026-11-20",
            "--from",
            "2026-11-01",
            "--due",
            "7",
            "--reason",
            "agreed"
        );
        Assert.Equal(ExitCode.Ok, code);
        Assert.StartsWith(
            "POST /api/admin/accounts/ann/invoices\n",
            asked,
            StringComparison.Ordinal
        );
        Assert.Contains(
            """{"name":"Umzug a=b","unitPrice":49.00,"quantity":1""",
            asked,
            StringComparison.Ordinal
        );
        Assert.Contains(
            """{"name":"Support","unitPrice":78.50,"quantity":2""",
            asked,
            StringComparison.Ordinal
        );
        Assert.Contains(
            """],"from":"2026-11-01","until":"2026-11-20","dueInDays":7,"collect":false""",
            asked,
            StringComparison.Ordinal
        );
        Assert.Contains("206.00 euros", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finalising_says_the_number()
    {
        var (code, output, asked) = await OneCall.Run(
            _home,
            200,
            """{"success":true,"invoice":{"id":"i1","number":"RE-2026-000009","status":"OPEN","total":206.00}}""",
            "invoice",
            "finalise",
            "i1",
            "--reason",
            "agreed"
        );
        Assert.Equal(ExitCode.Ok, code);
        Assert.StartsWith("POST /api/admin/invoices/i1/finalise", asked, StringComparison.Ordinal);
        Assert.Contains("RE-2026-000009", output, StringComparison.Ordinal);
    }
}
