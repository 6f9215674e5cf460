using System.CommandLine;
using Elizon.Banking;
using Elizon.Cli.Access;
using Elizon.Cli.Output;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon bank import camt.xml</c>: tells the platform what the bank says. A second time changes nothing.</summary>
internal static class BankImport
{
    private static readonly Argument<string[]> Files = new("file")
    {
        Description = "camt.053 of version .02 or .08; oldest first.",
        HelpName = "camt.xml",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Make(World world) =>
        Common
            .Staff(
                world,
                "import",
                "Import account statements. What was told before changes nothing.",
                Import
            )
            .With(Files);

    private static async Task<int> Import(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var refused = false;
        foreach (var file in parsed.GetRequiredValue(Files))
        {
            var answer = await api.PostFile(
                "api/admin/bank/statements",
                file,
                "application/xml",
                cancellation,
                $"import {Path.GetFileName(file)}"
            );
            report.Json(answer);
            var statements = answer.Read<StatementView[]>("statements");
            report.Line(file);
            Print(statements, report);
            refused |= statements.Any(s => s.Outcome == StatementOutcome.Refused);
        }
        return refused ? ExitCode.Failed : ExitCode.Ok;
    }

    internal static void Print(StatementView[] statements, Report report)
    {
        report.Table(
            [
                "statement",
                "until",
                "closing",
                "booked",
                "told before",
                "matched",
                "queued",
                "pending",
                "",
            ],
            statements.Select(s =>
                new[]
                {
                    s.Number,
                    $"{s.ClosingOn:O}",
                    $"{s.Closing}",
                    $"{s.Transactions}",
                    $"{s.AlreadyTold}",
                    $"{s.Matched}",
                    $"{s.Queued}",
                    $"{s.Pending}",
                    s.Outcome switch
                    {
                        StatementOutcome.Known => "known",
                        StatementOutcome.Refused => "REFUSED",
                        _ => s.Gap ? "GAP before it" : "",
                    },
                }
            )
        );
        foreach (var fault in statements.SelectMany(s => s.Faults.Select(f => $"{s.Number}: {f}")))
            report.Line(fault);
    }
}
