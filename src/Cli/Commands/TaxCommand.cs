using System.CommandLine;
using System.Globalization;
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
                .Read<TaxRateView[]>("rates")
                .Select(r =>
                    new[]
                    {
                        r.Code,
                        r.Name,
                        r.InVatArea ? Percent(r.Rate) : "outside the VAT area",
                        Moment.Day(r.From),
                        Moment.Day(r.Until),
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
        Print(answer.Read<TaxReport>("report"), report);
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

    private static Task<int> Checks(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    ) =>
        Paging.Show<VatIdCheckView>(
            parsed,
            api,
            report,
            "api/admin/tax/vat-ids",
            "checks",
            found =>
                report.Table(
                    ["at", "VAT id", "answer", "consultation", "name fits"],
                    found.Select(c =>
                        new[]
                        {
                            Moment.Text(c.At),
                            c.VatId.Text,
                            c.Reason is null ? c.Outcome : $"{c.Outcome} ({c.Reason})",
                            c.Consultation,
                            c.NameFits?.ToString(CultureInfo.InvariantCulture),
                        }
                    )
                ),
            cancellation,
            ("vatId", parsed.GetValue(OfId))
        );

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
        var view = answer.Read<VatIdView>("vatId");
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
}
