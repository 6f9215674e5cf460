using System.CommandLine;
using Elizon.Cli.Access;
using Elizon.Cli.Output;
using Elizon.Operations;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon operation</c>: long work at the providers.</summary>
internal static class OperationCommand
{
    private static readonly Argument<string> Id = new("id") { Description = "The operation's id." };

    private static readonly Option<string?> State = new("--state")
    {
        Description = "Such as RUNNING, STUCK, FAILED.",
    };

    public static Command Make(World world) =>
        Common.Noun(
            "operation",
            "Long work at the providers.",
            Common
                .Staff(world, "list", "Newest first.", List)
                .With(State, Paging.Page, Paging.Limit),
            Common.Staff(world, "retry", "Try an open one again now.", Retry).With(Id)
        );

    public static void Print(IEnumerable<OperationView> operations, Report report) =>
        report.Table(
            ["operation", "kind", "state", "step", "attempts", "started", "deadline", "error"],
            operations.Select(o =>
                new[]
                {
                    o.Id.Value,
                    $"{o.Kind}",
                    $"{o.State}",
                    o.Step,
                    $"{o.Attempts}",
                    Moment.Text(o.StartedAt),
                    o.EndedAt is null ? Moment.Text(o.Deadline) : "",
                    o.Error,
                }
            )
        );

    private static Task<int> List(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    ) =>
        Paging.Show<StaffOperationView>(
            parsed,
            api,
            report,
            "api/admin/operations",
            "operations",
            found =>
                Print(
                    found.Select(o => o.Operation with { Error = o.Detail ?? o.Operation.Error }),
                    report
                ),
            cancellation,
            ("state", parsed.GetValue(State))
        );

    private static async Task<int> Retry(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var answer = await api.Post(
            $"api/admin/operations/{Uri.EscapeDataString(parsed.GetRequiredValue(Id))}/retry",
            null,
            cancellation,
            "elizon operation retry"
        );
        report.Json(answer);
        Print([answer.Read<OperationView>("operation")], report);
        return ExitCode.Ok;
    }
}
