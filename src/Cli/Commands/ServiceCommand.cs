using System.CommandLine;
using System.Text.Json;
using Elizon.Cli.Access;
using Elizon.Cli.Output;
using Elizon.Services;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon service</c>: customers' servers.</summary>
internal static class ServiceCommand
{
    private static readonly Argument<string> Id = new("id") { Description = "The service's id." };

    private static readonly Option<string?> Status = new("--status")
    {
        Description = "Such as RUNNING, SUSPENDED, FAILED.",
    };

    private static readonly Option<string?> Search = new("--search")
    {
        Description = "Part of name, product or id.",
    };

    private static readonly Option<string?> Owner = new("--owner")
    {
        Description = "The customer's id.",
    };

    private static readonly Option<bool> Faulty = new("--faulty")
    {
        Description = "Only those with a fault at the provider.",
    };

    public static Command Make(World world) =>
        Common.Noun(
            "service",
            "Customers' servers.",
            Common
                .Staff(world, "list", "Newest first.", List)
                .With(Status, Search, Owner, Faulty, Paging.Page, Paging.Limit),
            Common.Staff(world, "show", "Everything about one.", Show).With(Id),
            Common
                .Staff(world, "retry", "Try its operation again now. Needs --reason.", Act("retry"))
                .With(Id),
            Common
                .Staff(
                    world,
                    "suspend",
                    "Stop it until it is unsuspended. Needs --reason.",
                    Act("suspend")
                )
                .With(Id),
            Common
                .Staff(world, "unsuspend", "Lift a suspension. Needs --reason.", Act("unsuspend"))
                .With(Id)
        );

    private static Task<int> List(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    ) =>
        Paging.Show<StaffServiceSummary>(
            parsed,
            api,
            report,
            "api/admin/services",
            "services",
            found =>
                report.Table(
                    ["service", "status", "name", "product", "owner", "provider", "fault"],
                    found.Select(s =>
                        new[]
                        {
                            s.Service.Id.Value,
                            $"{s.Service.Status}",
                            s.Service.Name,
                            s.Service.Product.Name,
                            s.Owner.Value,
                            s.ProviderId.Value,
                            s.Fault,
                        }
                    )
                ),
            cancellation,
            ("status", parsed.GetValue(Status)),
            ("search", parsed.GetValue(Search)),
            ("owner", parsed.GetValue(Owner)),
            ("faulty", parsed.GetValue(Faulty) ? "true" : null)
        );

    private static async Task<int> Show(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var answer = await api.Get(Path(parsed), cancellation);
        Print(answer, report);
        return ExitCode.Ok;
    }

    private static Func<ParseResult, AdminApi, Report, CancellationToken, Task<int>> Act(
        string verb
    ) =>
        async (parsed, api, report, cancellation) =>
        {
            var answer = await api.Post(
                $"{Path(parsed)}/{verb}",
                new { reason = api.Reason() },
                cancellation
            );
            Print(answer, report);
            return ExitCode.Ok;
        };

    private static void Print(JsonElement answer, Report report)
    {
        report.Json(answer);
        var s = answer.Read<StaffServiceView>("service");
        report.Facts(
            ("service", s.Service.Id.Value),
            ("name", s.Service.Name),
            ("status", $"{s.Service.Status}"),
            ("owner", s.Owner.Value),
            ("invoice", $"{s.Invoice} line {s.Line}"),
            ("provider", s.ProviderId.Value),
            (
                "server",
                s.Server is { } server ? $"{server.Id} ({server.Uuid}) on {server.Node}" : null
            ),
            ("fault", s.Fault)
        );
        OperationCommand.Print(s.Operations, report);
    }

    private static string Path(ParseResult parsed) =>
        $"api/admin/services/{Uri.EscapeDataString(parsed.GetRequiredValue(Id))}";
}
