using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Elizon.Billing;
using Elizon.Checkout;
using Elizon.Cli.Access;
using Elizon.Cli.Output;

namespace Elizon.Cli.Commands;

/// <summary>The verbs of <c>elizon invoice</c> that write invoices by hand.</summary>
internal static partial class ManualInvoices
{
    private static readonly Argument<string> Account = new("account")
    {
        Description = "The customer's id.",
    };

    private static readonly Option<ManualLine[]> Lines = new("--line")
    {
        Description =
            "What it charges, with VAT, such as 'Migration=49.00' or '3 x Support hour=79.00'; once per line.",
        HelpName = "[n x ]text=euros",
        Required = true,
        CustomParser = LinesOf,
    };

    private static readonly Option<DateOnly?> From = new("--from")
    {
        Description = "First day of the supply; else the day of issue.",
        HelpName = "yyyy-mm-dd",
    };

    private static readonly Option<DateOnly?> Until = new("--until")
    {
        Description = "Last day of the supply; else the first.",
        HelpName = "yyyy-mm-dd",
    };

    private static readonly Option<int> Due = new("--due")
    {
        Description = "Days from issue until it is to be paid.",
        DefaultValueFactory = _ => 14,
    };

    private static readonly Option<bool> Collect = new("--collect")
    {
        Description = "Balance and saved payment method pay it.",
    };

    public static Command[] Verbs(World world) =>
        [
            Common
                .Staff(
                    world,
                    "draft",
                    "Write an invoice by hand. Needs --reason.",
                    (parsed, api, report, cancellation) =>
                        Write(api.Post(Drafts(parsed), Body(parsed, api), cancellation), report)
                )
                .With(Account, Lines, From, Until, Due, Collect),
            Common
                .Staff(
                    world,
                    "redraft",
                    "Make a draft another one. Needs --reason.",
                    (parsed, api, report, cancellation) =>
                        Write(
                            api.Put(InvoiceCommand.Path(parsed), Body(parsed, api), cancellation),
                            report
                        )
                )
                .With(InvoiceCommand.Invoice, Lines, From, Until, Due, Collect),
            Common
                .Staff(
                    world,
                    "discard",
                    "Throw a draft by hand away. Needs --reason.",
                    (parsed, api, report, cancellation) =>
                        Settle(
                            "discard",
                            i => $"The draft {i.Id} is gone.",
                            parsed,
                            api,
                            report,
                            cancellation
                        )
                )
                .With(InvoiceCommand.Invoice),
            Common
                .Staff(
                    world,
                    "finalise",
                    "Issue a draft by hand. Needs --reason.",
                    (parsed, api, report, cancellation) =>
                        Settle(
                            "finalise",
                            i => $"{i.Number} over {i.Total} euros is issued: {i.Status}.",
                            parsed,
                            api,
                            report,
                            cancellation
                        )
                )
                .With(InvoiceCommand.Invoice),
        ];

    private static async Task<int> Write(Task<JsonElement> call, Report report)
    {
        var answer = await call;
        report.Json(answer);
        var invoice = answer.Read<InvoiceSummary>("invoice");
        report.Line($"The draft {invoice.Id} comes to {invoice.Total} euros.");
        report.Line(
            $"Look at it: elizon invoice document {invoice.Id} --format proforma. Issue it: elizon invoice finalise {invoice.Id}."
        );
        return ExitCode.Ok;
    }

    private static async Task<int> Settle(
        string verb,
        Func<InvoiceSummary, string> says,
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        api.Reason();
        var answer = await api.Post($"{InvoiceCommand.Path(parsed)}/{verb}", null, cancellation);
        report.Json(answer);
        report.Line(says(answer.Read<InvoiceSummary>("invoice")));
        return ExitCode.Ok;
    }

    private static string Drafts(ParseResult parsed) =>
        $"api/admin/accounts/{Uri.EscapeDataString(parsed.GetRequiredValue(Account))}/invoices";

    private static object Body(ParseResult parsed, AdminApi api) =>
        new
        {
            lines = parsed.GetRequiredValue(Lines),
            from = parsed.GetValue(From),
            until = parsed.GetValue(Until),
            dueInDays = parsed.GetValue(Due),
            collect = parsed.GetValue(Collect),
            reason = api.Reason(),
        };

    private static ManualLine[]? LinesOf(ArgumentResult result)
    {
        var lines = new List<ManualLine>();
        foreach (var token in result.Tokens)
        {
            if (
                LineText().Match(token.Value) is not { Success: true } line
                || !decimal.TryParse(
                    line.Groups["euros"].Value,
                    CultureInfo.InvariantCulture,
                    out var euros
                )
                || decimal.Round(euros, 2) != euros
            )
            {
                result.AddError(
                    $"'{token.Value}' is not of the form [n x ]text=euros, such as '3 x Support hour=79.00'."
                );
                return null;
            }
            var pieces = line.Groups["n"] is { Success: true } n
                ? int.Parse(n.Value, CultureInfo.InvariantCulture)
                : 1;
            lines.Add(new ManualLine(line.Groups["text"].Value, Money.Round(euros), pieces));
        }
        return [.. lines];
    }

    [GeneratedRegex(
        @"^((?<n>[0-9]{1,5}) x )?(?<text>.+)=(?<euros>[0-9.]+)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex LineText();
}
