using System.CommandLine;
using Elizon.Billing;
using Elizon.Cli.Access;
using Elizon.Cli.Output;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon account close|reopen</c>: ends a customer's trade, or lets it begin again.</summary>
internal static class AccountCommand
{
    private static readonly Argument<string> Account = new("account")
    {
        Description = "The customer's id.",
    };

    private static readonly Option<string?> Iban = new("--iban")
    {
        Description = "Where the balance goes; needed when there is one.",
    };

    private static readonly Option<string?> Holder = new("--holder")
    {
        Description = "Whose account that is.",
    };

    public static Command Make(World world) =>
        Common.Noun(
            "account",
            "Accounts of customers.",
            Common
                .Staff(
                    world,
                    "close",
                    "Close an account and pay its balance out. Needs --reason.",
                    Close
                )
                .With(Account, Iban, Holder),
            Common
                .Staff(world, "reopen", "Open a closed account again. Needs --reason.", Reopen)
                .With(Account)
        );

    private static async Task<int> Close(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var account = parsed.GetRequiredValue(Account);
        var answer = await api.Post(
            $"api/admin/accounts/{Uri.EscapeDataString(account)}/close",
            new
            {
                iban = parsed.GetValue(Iban),
                holder = parsed.GetValue(Holder),
                reason = api.Reason(),
            },
            cancellation
        );
        report.Json(answer);
        var closing = answer.Read<ClosingView>("closing");
        report.Line(
            closing.Payout is { } payout
                ? $"{account} is closed. {payout.Amount} euros go to {payout.To}: {payout.Status}."
                : $"{account} is closed. There was nothing to pay out."
        );
        return ExitCode.Ok;
    }

    private static async Task<int> Reopen(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var account = parsed.GetRequiredValue(Account);
        api.Reason();
        var answer = await api.Post(
            $"api/admin/accounts/{Uri.EscapeDataString(account)}/reopen",
            null,
            cancellation
        );
        report.Json(answer);
        report.Line($"{account} is open.");
        return ExitCode.Ok;
    }
}
