using System.CommandLine;
using System.Text.Json;
using Elizon.Cli.Access;
using Elizon.Cli.Output;
using Elizon.SecondBook;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon book</c>: documents in the operator's bookkeeping program.</summary>
internal static class BookCommand
{
    private static readonly Argument<string> Id = new("invoice")
    {
        Description = "The invoice's id.",
    };

    private static readonly Option<bool> Problems = new("--problems")
    {
        Description = "Only what needs somebody.",
    };

    public static Command Make(World world) =>
        Common.Noun(
            "book",
            "Documents in the second book (Lexware).",
            Common.Staff(world, "status", "What waits, what is booked, what is stuck.", Status),
            Common
                .Staff(world, "entries", "Documents there, newest first.", Entries)
                .With(Problems, Paging.Page, Paging.Limit),
            Common.Staff(world, "retry", "Look up and book a stuck document again.", Retry).With(Id)
        );

    private static async Task<int> Status(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        Print(await api.Get("api/admin/second-book", cancellation), report);
        return ExitCode.Ok;
    }

    private static Task<int> Entries(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    ) =>
        Paging.Show<BookEntryView>(
            parsed,
            api,
            report,
            "api/admin/second-book/entries",
            "entries",
            found =>
                report.Table(
                    ["at", "number", "invoice", "status", "ours", "theirs", "error"],
                    found.Select(e =>
                        new[]
                        {
                            Moment.Text(e.At),
                            e.Number,
                            e.Document.Value,
                            $"{e.Status}".ToLowerInvariant(),
                            $"{e.Gross}",
                            $"{e.SeenGross}",
                            e.Error,
                        }
                    )
                ),
            cancellation,
            ("problems", parsed.GetValue(Problems) ? "true" : null)
        );

    private static async Task<int> Retry(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var id = parsed.GetRequiredValue(Id);
        Print(
            await api.Post(
                $"api/admin/second-book/entries/{Uri.EscapeDataString(id)}/retry",
                null,
                cancellation,
                "elizon book retry"
            ),
            report
        );
        return ExitCode.Ok;
    }

    private static void Print(JsonElement answer, Report report)
    {
        report.Json(answer);
        var status = answer.Read<BookStatusView>("secondBook");
        if (!status.On)
        {
            report.Line("The second book is switched off.");
            return;
        }
        report.Facts(
            ("waiting", $"{status.Waiting}"),
            ("oldest", status.OldestWaiting is { } oldest ? Moment.Text(oldest) : null),
            ("booked", $"{status.Booked}"),
            ("stuck", $"{status.Problems}"),
            ("last error", status.LastError),
            ("next call", status.NextCallAt is { } next ? Moment.Text(next) : null)
        );
    }
}
