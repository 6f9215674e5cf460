using System.CommandLine;
using Elizon.Banking;
using Elizon.Cli.Access;
using Elizon.Cli.Output;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon bank queue, statements, assign, ignore, return</c>.</summary>
internal static class BankQueue
{
    private static readonly Argument<string> Id = new("id")
    {
        Description = "The transaction's id.",
    };

    private static readonly Argument<string> Account = new("account")
    {
        Description = "The customer's id.",
    };

    private static readonly Option<string?> Invoice = new("--invoice")
    {
        Description = "Id of the invoice it pays; else it becomes balance.",
    };

    private static readonly Option<string?> Status = new("--status")
    {
        Description = "QUEUED (default), MATCHED, IGNORED, SENT_BACK, UNRELATED, or 'all'.",
    };

    public static IEnumerable<Command> Make(World world) =>
        [
            Common
                .Staff(world, "queue", "Transactions that wait for a decision.", List)
                .With(Status, Paging.Page, Paging.Limit),
            Common
                .Staff(world, "statements", "Imported statements and gaps.", Statements)
                .With(Paging.Page, Paging.Limit),
            Common
                .Staff(world, "assign", "Book one for a customer. Needs --reason.", Assign)
                .With(Id, Account, Invoice),
            Common
                .Staff(world, "ignore", "It concerns no customer. Needs --reason.", Act("ignore"))
                .With(Id),
            Common
                .Staff(
                    world,
                    "return",
                    "Send it back with the next file of payouts. Needs --reason.",
                    Act("send-back")
                )
                .With(Id),
        ];

    private static Task<int> List(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var status = parsed.GetValue(Status) ?? "QUEUED";
        return Paging.Show<BankTransactionView>(
            parsed,
            api,
            report,
            "api/admin/bank/transactions",
            "transactions",
            found =>
                report.Table(
                    ["id", "day", "amount", "from / to", "text", "customer", "status", "why"],
                    found.Select(t =>
                        new[]
                        {
                            t.Id.Value,
                            $"{t.BookedOn:O}",
                            $"{t.Amount}",
                            t.OtherName,
                            t.Text.Replace('\n', ' '),
                            t.Account?.Value,
                            $"{t.Status}",
                            t.Reason,
                        }
                    )
                ),
            cancellation,
            ("status", status == "all" ? null : status)
        );
    }

    private static Task<int> Statements(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    ) =>
        Paging.Show<StatementView>(
            parsed,
            api,
            report,
            "api/admin/bank/statements",
            "statements",
            found => BankImport.Print(found, report),
            cancellation
        );

    private static async Task<int> Assign(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var account = parsed.GetRequiredValue(Account);
        var answer = await api.Post(
            $"api/admin/bank/transactions/{Uri.EscapeDataString(parsed.GetRequiredValue(Id))}/assign",
            new
            {
                account,
                invoice = parsed.GetValue(Invoice),
                reason = api.Reason(),
            },
            cancellation
        );
        report.Json(answer);
        report.Line($"Booked for {account}.");
        return ExitCode.Ok;
    }

    private static Func<ParseResult, AdminApi, Report, CancellationToken, Task<int>> Act(
        string verb
    ) =>
        async (parsed, api, report, cancellation) =>
        {
            var id = parsed.GetRequiredValue(Id);
            api.Reason();
            var answer = await api.Post(
                $"api/admin/bank/transactions/{Uri.EscapeDataString(id)}/{verb}",
                null,
                cancellation
            );
            report.Json(answer);
            report.Line($"Done: {verb} {id}.");
            return ExitCode.Ok;
        };
}
