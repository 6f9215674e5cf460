using System.CommandLine;
using Elizon.Banking;
using Elizon.Cli.Access;
using Elizon.Cli.Output;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon bank payouts</c>: money that leaves the house by transfer.</summary>
internal static class BankPayouts
{
    private static readonly Argument<string> Account = new("account")
    {
        Description = "The customer's id.",
    };

    private static readonly Argument<string> Iban = new("iban") { Description = "Where it goes." };

    private static readonly Argument<string> Holder = new("holder")
    {
        Description = "Whose account that is.",
    };

    private static readonly Argument<string> FileId = new("file")
    {
        Description = "The file's id.",
    };

    private static readonly Option<string?> Output = new("--output")
    {
        Description = "Where to write the file; else pain.001-<id>.xml here.",
    };

    private static readonly Option<string?> Status = new("--status")
    {
        Description = "REQUESTED, EXPORTED, DONE, RETURNED or REJECTED.",
    };

    public static Command Make(World world) =>
        Common.Noun(
            "payouts",
            "Money that leaves the house by transfer.",
            Common
                .Staff(world, "list", "Newest first.", List)
                .With(Status, Paging.Page, Paging.Limit),
            Common
                .Staff(world, "request", "Pay a balance out. Needs --reason.", Request)
                .With(Account, Iban, Holder),
            Common
                .Staff(world, "export", "Write what waits as pain.001 for the bank.", Export)
                .With(Output),
            Common.Staff(world, "download", "Write a file again.", Download).With(FileId, Output),
            Common
                .Staff(
                    world,
                    "reject",
                    "The bank did not take a file: money back to the balances. Needs --reason.",
                    Reject
                )
                .With(FileId)
        );

    private static Task<int> List(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    ) =>
        Paging.Show<PayoutView>(
            parsed,
            api,
            report,
            "api/admin/bank/payouts",
            "payouts",
            found =>
                report.Table(
                    ["id", "customer", "amount", "to", "status", "file", "requested", "why"],
                    found.Select(p =>
                        new[]
                        {
                            p.Id.Value,
                            p.Account?.Value,
                            $"{p.Amount}",
                            p.Holder,
                            $"{p.Status}",
                            p.File?.Value,
                            Moment.Text(p.RequestedAt),
                            p.Reason,
                        }
                    )
                ),
            cancellation,
            ("status", parsed.GetValue(Status))
        );

    private static async Task<int> Request(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var account = parsed.GetRequiredValue(Account);
        var answer = await api.Post(
            $"api/admin/accounts/{Uri.EscapeDataString(account)}/payout",
            new
            {
                iban = parsed.GetRequiredValue(Iban),
                holder = parsed.GetRequiredValue(Holder),
                reason = api.Reason(),
            },
            cancellation
        );
        report.Json(answer);
        var payout = answer.Read<PayoutView>("payout");
        report.Line($"{payout.Amount} euros of {account} go out with the next file.");
        return ExitCode.Ok;
    }

    private static async Task<int> Export(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var answer = await api.Post(
            "api/admin/bank/payouts/export",
            null,
            cancellation,
            "elizon bank payouts export"
        );
        report.Json(answer);
        var file = answer.Read<PayoutFileView>("file");
        report.Line($"{file.Payouts} payouts, {file.Sum} euros.");
        return await Write(file.Id.Value, parsed, api, report, cancellation);
    }

    private static Task<int> Download(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    ) => Write(parsed.GetRequiredValue(FileId), parsed, api, report, cancellation);

    private static async Task<int> Write(
        string id,
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var path = parsed.GetValue(Output) ?? $"pain.001-{id}.xml";
        var bytes = await api.GetFile(
            $"api/admin/bank/payout-files/{Uri.EscapeDataString(id)}",
            cancellation
        );
        await File.WriteAllBytesAsync(path, bytes, cancellation);
        report.Line($"Written to {path}. Give it to the bank once.");
        return ExitCode.Ok;
    }

    private static async Task<int> Reject(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var id = parsed.GetRequiredValue(FileId);
        api.Reason();
        var answer = await api.Post(
            $"api/admin/bank/payout-files/{Uri.EscapeDataString(id)}/reject",
            null,
            cancellation
        );
        report.Json(answer);
        report.Line($"The payouts of {id} are back on their balances.");
        return ExitCode.Ok;
    }
}
