using System.CommandLine;
using System.Globalization;
using Elizon.Cli.Access;
using Elizon.Cli.Output;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon balance credit|debit</c>: gives a customer money, or takes it, for a reason.</summary>
internal static class BalanceCommand
{
    private static readonly Argument<string> Account = new("account")
    {
        Description = "The customer's id.",
    };

    private static readonly Argument<decimal> Amount = new("amount")
    {
        Description = "Euros, such as 5.00.",
    };

    public static Command Make(World world) =>
        Common.Noun(
            "balance",
            "Money of customers.",
            Common
                .Staff(
                    world,
                    "credit",
                    "Give a customer money. Needs --reason.",
                    (parsed, api, report, cancellation) =>
                        Move("credit", parsed, api, report, cancellation)
                )
                .With(Account, Amount),
            Common
                .Staff(
                    world,
                    "debit",
                    "Take money from a customer's balance. Needs --reason.",
                    (parsed, api, report, cancellation) =>
                        Move("debit", parsed, api, report, cancellation)
                )
                .With(Account, Amount)
        );

    private static async Task<int> Move(
        string verb,
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var account = parsed.GetRequiredValue(Account);
        var amount = parsed.GetValue(Amount);
        var answer = await api.Post(
            $"api/admin/accounts/{Uri.EscapeDataString(account)}/{verb}",
            new { amount, reason = api.Reason() },
            cancellation
        );
        report.Json(answer);
        report.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{amount:0.00} euros: {verb} of {account}."
            )
        );
        return ExitCode.Ok;
    }
}
