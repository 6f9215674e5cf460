using System.CommandLine;
using Elizon.Cli.Access;
using Elizon.Cli.Output;
using Elizon.Providers;
using Spectre.Console;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon node</c>: panels and clusters that servers run on.</summary>
internal static class NodeCommand
{
    private static readonly Argument<string> Provider = new("provider")
    {
        Description = "The provider's id, such as panel-1.",
    };

    public static Command Make(World world) =>
        Common.Noun(
            "node",
            "Panels and clusters that servers run on.",
            Common.Staff(world, "list", "All providers.", List),
            Common
                .Staff(
                    world,
                    "test",
                    "Check line, keys, locations, nodes, ports, clock and games.",
                    Test
                )
                .With(Provider),
            Common.Staff(world, "sync", "Read the games anew.", Sync).With(Provider)
        );

    private static async Task<int> List(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var answer = await api.Get("api/admin/providers", cancellation);
        report.Json(answer);
        report.Table(
            ["provider", "kind", "name", "address", "games"],
            answer
                .Read<ProviderView[]>("providers")
                .Select(p => new[] { p.Id.Value, p.Kind, p.Name, p.Url, $"{p.Eggs}" })
        );
        return ExitCode.Ok;
    }

    private static async Task<int> Test(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var answer = await api.Post($"{Path(parsed)}/test", null, cancellation, "elizon node test");
        report.Json(answer);
        var checks = answer.Read<ProviderCheck[]>("checks");
        foreach (var check in checks)
            report.Markup(
                $"{(check.Ok ? "[green]ok  [/]" : "[red]fail[/]")}  {Markup.Escape(check.Name)}  {Markup.Escape(check.Detail)}"
            );
        return checks.All(c => c.Ok) ? ExitCode.Ok : ExitCode.Failed;
    }

    private static async Task<int> Sync(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var answer = await api.Post(
            $"{Path(parsed)}/eggs/sync",
            null,
            cancellation,
            "elizon node sync"
        );
        report.Json(answer);
        report.Line($"{answer.GetProperty("eggs")} games.");
        return ExitCode.Ok;
    }

    private static string Path(ParseResult parsed) =>
        $"api/admin/providers/{Uri.EscapeDataString(parsed.GetRequiredValue(Provider))}";
}
