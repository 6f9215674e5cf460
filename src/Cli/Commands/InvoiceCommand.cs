using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Elizon.Billing;
using Elizon.Checkout;
using Elizon.Cli.Access;
using Elizon.Cli.Output;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon invoice</c>: invoices of all customers, and what is done about them after issue.</summary>
internal static class InvoiceCommand
{
    public static readonly Argument<string> Invoice = new("invoice")
    {
        Description = "Its number, such as RE-2026-000001, or its id.",
    };

    private static readonly Option<LineCorrection[]> Lines = new("--line")
    {
        Description = "What is taken back from a line, gross, such as 1=5.00; once per line.",
        HelpName = "position=euros",
        Required = true,
        CustomParser = LinesOf,
    };

    private static readonly Option<string?> Account = new("--account")
    {
        Description = "The customer's id.",
    };

    private static readonly Option<string?> Status = new("--status")
    {
        Description = "DRAFT, OPEN, PARTLY_PAID, PAID, OVERDUE or CORRECTED.",
    };

    private static readonly Option<string> Format = new("--format")
    {
        Description = "pdf, xrechnung, or proforma for a draft.",
        DefaultValueFactory = _ => "pdf",
    };

    private static readonly Option<string?> Output = new("--output")
    {
        Description = "Where to write the file; else <invoice>.pdf or .xml here.",
    };

    public static Command Make(World world) =>
        Common.Noun(
            "invoice",
            "Invoices of customers.",
            [
                .. ManualInvoices.Verbs(world),
                Common
                    .Staff(world, "list", "Newest first.", List)
                    .With(Account, Status, Paging.Page, Paging.Limit),
                Common
                    .Staff(
                        world,
                        "cancel",
                        "Issue a cancellation for all that is left. Needs --reason, which is printed.",
                        (parsed, api, report, cancellation) =>
                            TakeBack(parsed, api, report, "cancel", null, cancellation)
                    )
                    .With(Invoice),
                Common
                    .Staff(
                        world,
                        "correct",
                        "Take amounts back from lines. Needs --reason, which is printed.",
                        (parsed, api, report, cancellation) =>
                            TakeBack(
                                parsed,
                                api,
                                report,
                                "correct",
                                new { lines = parsed.GetRequiredValue(Lines) },
                                cancellation
                            )
                    )
                    .With(Invoice, Lines),
                Common
                    .Staff(
                        world,
                        "mark-paid",
                        "Book money that came in outside of the platform. Needs --reason.",
                        MarkPaid
                    )
                    .With(Invoice),
                Common
                    .Staff(world, "resend", "Send the mail about it again. Needs --reason.", Resend)
                    .With(Invoice),
                Common
                    .Staff(world, "document", "Write its file here.", Document)
                    .With(Invoice, Format, Output),
            ]
        );

    private static Task<int> List(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    ) =>
        Paging.Show<StaffInvoiceView>(
            parsed,
            api,
            report,
            "api/admin/invoices",
            "invoices",
            found =>
                report.Table(
                    ["number", "account", "kind", "status", "total", "paid", "issued", "due"],
                    found.Select(i => Cells(i.Account, i.Invoice))
                ),
            cancellation,
            ("account", parsed.GetValue(Account)),
            ("status", parsed.GetValue(Status))
        );

    private static string?[] Cells(AccountId account, InvoiceView invoice) =>
        [
            invoice.Number ?? invoice.Id.Value,
            account.Value,
            $"{invoice.Kind}",
            $"{invoice.Status}",
            $"{invoice.Total}",
            $"{invoice.Paid}",
            Moment.Day(invoice.IssuedOn),
            Moment.Day(invoice.DueOn),
        ];

    private static async Task<int> TakeBack(
        ParseResult parsed,
        AdminApi api,
        Report report,
        string verb,
        object? body,
        CancellationToken cancellation
    )
    {
        api.Reason();
        var answer = await api.Post(Path(parsed, verb), body, cancellation);
        report.Json(answer);
        var correction = answer.Read<IssuedCorrection>("correction");
        report.Line($"{correction.Number} takes {-correction.Amount} euros back.");
        return ExitCode.Ok;
    }

    private static async Task<int> MarkPaid(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        api.Reason();
        var answer = await api.Post(Path(parsed, "mark-paid"), null, cancellation);
        report.Json(answer);
        var invoice = answer.Read<InvoiceSummary>("invoice");
        report.Line($"{invoice.Number} is paid.");
        return ExitCode.Ok;
    }

    private static async Task<int> Resend(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        api.Reason();
        var answer = await api.Post(Path(parsed, "resend"), null, cancellation);
        report.Json(answer);
        var invoice = answer.Read<ResentInvoice>("invoice");
        report.Line($"The mail about {invoice.Number} goes out again.");
        return ExitCode.Ok;
    }

    private static async Task<int> Document(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var format = parsed.GetRequiredValue(Format);
        var bytes = await api.GetFile(
            $"{Path(parsed)}/document?format={Uri.EscapeDataString(format)}",
            cancellation
        );
        var ending = format == "xrechnung" ? "xml" : "pdf";
        var path = parsed.GetValue(Output) ?? $"{parsed.GetRequiredValue(Invoice)}.{ending}";
        await File.WriteAllBytesAsync(path, bytes, cancellation);
        report.Line($"Written to {path}.");
        return ExitCode.Ok;
    }

    /// <summary>Where the named invoice is found.</summary>
    public static string Path(ParseResult parsed) =>
        $"api/admin/invoices/{Uri.EscapeDataString(parsed.GetRequiredValue(Invoice))}";

    private static string Path(ParseResult parsed, string verb) => $"{Path(parsed)}/{verb}";

    private static LineCorrection[]? LinesOf(ArgumentResult result)
    {
        var lines = new List<LineCorrection>();
        foreach (var token in result.Tokens)
        {
            var parts = token.Value.Split('=');
            if (
                parts.Length != 2
                || !int.TryParse(parts[0], CultureInfo.InvariantCulture, out var position)
                || !decimal.TryParse(parts[1], CultureInfo.InvariantCulture, out var euros)
                || decimal.Round(euros, 2) != euros
            )
            {
                result.AddError(
                    $"'{token.Value}' is not of the form position=euros, such as 1=5.00."
                );
                return null;
            }
            lines.Add(new LineCorrection(position, Money.Round(euros)));
        }
        return [.. lines];
    }
}
