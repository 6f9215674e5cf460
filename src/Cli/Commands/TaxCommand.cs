using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Elizon.Cli.Access;
using Elizon.Cli.Output;
using Elizon.Taxes;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon tax</c>: rates, VAT ids, and what is to be declared.</summary>
internal static class TaxCommand
{
    private static readonly Option<string?> On = new("--on")
    {
        Description = "Day of supply, such as 2026-07-01; today without it.",
    };

    private static readonly Argument<string> From = new("from") { Description = "First day." };

    private static readonly Argument<string> To = new("to") { Description = "Last day." };

    private static readonly Option<string?> Kind = new("--kind")
    {
        Description = "revenue, oss or zm.",
    };

    private static readonly Option<string?> Csv = new("--csv")
    {
        Description = "Write it as CSV into this file.",
        HelpName = "file",
    };

    private static readonly Option<string?> OfId = new("--vat-id")
    {
        Description = "Of this VAT id only.",
    };

    private static readonly Argument<string> Id = new("vat-id")
    {
        Description = "Such as ATU12345678.",
    };

    public static Command Make(World world) =>
        Common.Noun(
            "tax",
            "Rates, VAT ids, and what is to be declared.",
            Common.Staff(world, "rates", "Rates of the Union on a day.", Rates).With(On),
            Common
                .Staff(world, "report", "Sums of the documents of a time.", Report)
                .With(From, To, Kind, Csv),
            Common
                .Staff(world, "checks", "Questions to VIES, newest first.", Checks)
                .With(OfId, Paging.Page, Paging.Limit),
            Common.Staff(world, "check", "Ask VIES about a VAT id now.", Check).With(Id)
        );

    private static async Task<int> Rates(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var answer = await api.Get(
            Query.Of("api/admin/tax/rates", ("on", parsed.GetValue(On))),
            cancellation
        );
        report.Json(answer);
        report.Table(
            ["place", "name", "percent", "since", "until"],
            answer
                .GetProperty("rates")
                .Deserialize<TaxRateView[]>(CliJson.Options)!
                .Select(r =>
                    new[]
                    {
                        r.Code,
                        r.Name,
                        r.InVatArea ? Percent(r.Rate) : "outside the VAT area",
                        Day(r.From),
                        Day(r.Until),
                    }
                )
        );
        return ExitCode.Ok;
    }

    private static async Task<int> Report(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        (string, string?)[] asked =
        [
            ("from", parsed.GetRequiredValue(From)),
            ("to", parsed.GetRequiredValue(To)),
            ("kind", parsed.GetValue(Kind)),
        ];
        var answer = await api.Get(Query.Of("api/admin/tax/report", asked), cancellation);
        report.Json(answer);
        Print(answer.GetProperty("report").Deserialize<TaxReport>(CliJson.Options)!, report);
        if (parsed.GetValue(Csv) is not { } file)
            return ExitCode.Ok;
        var content = await api.Http.GetByteArrayAsync(
            Query.Of("api/admin/tax/report.csv", asked),
            cancellation
        );
        await File.WriteAllBytesAsync(file, content, cancellation);
        report.Line($"Written to {file}.");
        return ExitCode.Ok;
    }

    private static async Task<int> Checks(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var answer = await api.Get(
            Query.Of(
                "api/admin/tax/vat-ids",
                ("vatId", parsed.GetValue(OfId)),
                ("page", Paging.PageOf(parsed)),
                ("limit", Paging.LimitOf(parsed))
            ),
            cancellation
        );
        report.Json(answer);
        report.Table(
            ["at", "VAT id", "answer", "consultation", "name fits"],
            answer
                .GetProperty("checks")
                .Deserialize<VatIdCheckView[]>(CliJson.Options)!
                .Select(c =>
                    new[]
                    {
                        Moment.Text(c.At),
                        c.VatId.Text,
                        c.Reason is null ? c.Outcome : $"{c.Outcome} ({c.Reason})",
                        c.Consultation,
                        c.NameFits?.ToString(CultureInfo.InvariantCulture),
                    }
                )
        );
        Paging.Print(answer, report);
        return ExitCode.Ok;
    }

    private static async Task<int> Check(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var id = VatId.FromText(parsed.GetRequiredValue(Id));
        var answer = await api.Post(
            $"api/admin/tax/vat-ids/{Uri.EscapeDataString(id.Value)}/check",
            null,
            cancellation,
            "elizon tax check"
        );
        report.Json(answer);
        var view = answer.GetProperty("vatId").Deserialize<VatIdView>(CliJson.Options)!;
        report.Facts(
            ("VAT id", view.VatId.Text),
            ("status", $"{view.Status}".ToLowerInvariant()),
            ("answered", view.CheckedAt is { } at ? Moment.Text(at) : "never"),
            ("consultation", view.Consultation),
            ("name", view.Name),
            ("no answer", view.LastError)
        );
        return ExitCode.Ok;
    }

    private static void Print(TaxReport sums, Report report)
    {
        report.Table(
            [
                "country",
                "territory",
                "VAT id",
                "category",
                "percent",
                "return",
                "documents",
                "net",
                "tax",
            ],
            sums.Lines.Select(l =>
                new[]
                {
                    l.Country,
                    l.Territory,
                    l.VatId,
                    l.Category,
                    Percent(l.Rate),
                    l.Return,
                    $"{l.Documents}",
                    $"{l.Net}",
                    $"{l.Tax}",
                }
            )
        );
        report.Line($"Net {sums.Net} EUR, tax {sums.Tax} EUR.");
    }

    private static string? Percent(decimal? rate) =>
        rate?.ToString("0.##", CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
