using System.CommandLine;
using System.Text.Json;
using Elizon.Cli.Access;
using Elizon.Cli.Output;
using Elizon.Declarations;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon declaration</c>: cancellations and withdrawals of people who did not sign in.</summary>
internal static class DeclarationCommand
{
    private static readonly Argument<string> Id = new("id") { Description = "The reference." };

    private static readonly Argument<string> Service = new("service")
    {
        Description = "The service that is meant.",
    };

    private static readonly Option<string?> Status = new("--status")
    {
        Description = "RECEIVED, MATCHED, UNMATCHED, DONE or REJECTED; the oldest first.",
    };

    private static readonly Option<bool> Reject = new("--reject")
    {
        Description = "Nothing follows from it.",
    };

    private static readonly Option<string> Note = new("--note")
    {
        Description = "What was done, or why nothing was.",
        Required = true,
    };

    public static Command Make(World world) =>
        Common.Noun(
            "declaration",
            "Cancellations and withdrawals declared without signing in.",
            Common
                .Staff(world, "list", "Newest first; with --status oldest first.", List)
                .With(Status, Paging.Page, Paging.Limit),
            Common.Staff(world, "match", "Say which service is meant.", Match).With(Id, Service),
            Common
                .Staff(world, "close", "It was carried out, or --reject.", Close)
                .With(Id, Note, Reject)
        );

    private static Task<int> List(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    ) =>
        Paging.Show<DeclarationView>(
            parsed,
            api,
            report,
            "api/admin/declarations",
            "declarations",
            found => Print(found, report),
            cancellation,
            ("status", parsed.GetValue(Status))
        );

    private static async Task<int> Match(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var answer = await api.Post(
            $"api/admin/declarations/{Uri.EscapeDataString(parsed.GetRequiredValue(Id))}/match",
            new { service = parsed.GetRequiredValue(Service) },
            cancellation,
            "elizon declaration match"
        );
        return One(answer, report);
    }

    private static async Task<int> Close(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var answer = await api.Post(
            $"api/admin/declarations/{Uri.EscapeDataString(parsed.GetRequiredValue(Id))}/close",
            new { done = !parsed.GetValue(Reject), note = parsed.GetRequiredValue(Note) },
            cancellation,
            "elizon declaration close"
        );
        return One(answer, report);
    }

    private static int One(JsonElement answer, Report report)
    {
        report.Json(answer);
        Print([answer.Read<DeclarationView>("declaration")], report);
        return ExitCode.Ok;
    }

    private static void Print(IEnumerable<DeclarationView> declarations, Report report) =>
        report.Table(
            ["reference", "received", "kind", "state", "contract", "service", "customer", "ends"],
            declarations.Select(d =>
                new[]
                {
                    d.Id.Value,
                    Moment.Text(d.ReceivedAt),
                    $"{d.Declaration.Kind}",
                    $"{d.Status}",
                    d.Declaration.Contract ?? "",
                    d.Service?.Value ?? "",
                    d.Customer?.Value ?? "",
                    Moment.Day(d.Declaration.EndsOn) ?? "",
                }
            )
        );
}
