using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Elizon.Cli.Access;
using Elizon.Cli.Output;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon ledger export 2026-11</c>: bookings of a month for the tax adviser; <c>elizon ledger audit</c>.</summary>
internal static class LedgerCommand
{
    private static readonly Argument<string> Month = new("month") { Description = "2026-11." };

    private static readonly Option<string> Format = new("--format")
    {
        Description = "datev (EXTF) or csv.",
        DefaultValueFactory = _ => "datev",
    };

    private static readonly Option<string?> Output = new("--output")
    {
        Description = "Where to write it; else a name by format and month, here.",
    };

    private static readonly Option<bool> New = new("--new")
    {
        Description = "Documents and periods only since the last audit that found all clean.",
    };

    public static Command Make(World world) =>
        Common.Noun(
            "ledger",
            "The books.",
            Common
                .Staff(world, "export", "Bookings of a month for the tax adviser.", Export)
                .With(Month, Format, Output),
            Common.Staff(world, "audit", "Check the books.", Audit).With(New)
        );

    private static async Task<int> Audit(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var answer = await api.Get(
            Query.Of("api/admin/ledger/audit", ("full", parsed.GetValue(New) ? "false" : "true")),
            cancellation
        );
        var audit = answer.GetProperty("audit");
        report.Json(answer);
        report.Facts([
            .. audit
                .EnumerateObject()
                .Where(p =>
                    p.Value.ValueKind != JsonValueKind.Array || p.Value.GetArrayLength() > 0
                )
                .Select(p => (p.Name, (string?)p.Value.ToString())),
        ]);
        return audit.GetProperty("clean").GetBoolean() ? ExitCode.Ok : ExitCode.Failed;
    }

    private static async Task<int> Export(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var month = parsed.GetRequiredValue(Month);
        if (
            !DateOnly.TryParseExact(
                $"{month}-01",
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var first
            )
        )
            throw new CliFault(ExitCode.Usage, $"'{month}' is no month such as 2026-11.");
        var format = parsed.GetRequiredValue(Format);
        var bytes = await api.GetFile(
            Query.Of(
                "api/admin/ledger/bookings",
                ("month", first.ToString("O", CultureInfo.InvariantCulture)),
                ("format", format)
            ),
            cancellation
        );
        var path =
            parsed.GetValue(Output)
            ?? (
                format == "csv"
                    ? $"bookings-{month}.csv"
                    : $"EXTF_Buchungsstapel_{first:yyyyMM}.csv"
            );
        await File.WriteAllBytesAsync(path, bytes, cancellation);
        report.Line($"Written to {path}.");
        return ExitCode.Ok;
    }
}
