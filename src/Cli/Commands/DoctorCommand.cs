using System.CommandLine;
using Elizon.Admin;
using Elizon.Cli.Access;
using Elizon.Cli.Output;
using Spectre.Console;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon doctor</c>: examines what the platform stands on; fails when something failed.</summary>
internal static class DoctorCommand
{
    public static Command Make(World world) =>
        Common.Staff(
            world,
            "doctor",
            "Examine database, clock, mail, payments, panels, due work and messages.",
            Examine
        );

    private static async Task<int> Examine(
        ParseResult parsed,
        AdminApi api,
        Report report,
        CancellationToken cancellation
    )
    {
        var answer = await api.Get("api/admin/doctor", cancellation);
        report.Json(answer);
        var found = answer.Read<DoctorReport>("report");
        var width = found.Findings.Select(f => f.Name.Length).DefaultIfEmpty(0).Max();
        foreach (var finding in found.Findings)
            report.Markup(
                $"{Word(finding.Verdict)}  {Markup.Escape(finding.Name.PadRight(width))}  {Markup.Escape(finding.Detail)} [grey]{finding.Milliseconds} ms[/]"
            );
        return found.Verdict == Verdict.Fail ? ExitCode.Failed : ExitCode.Ok;
    }

    private static string Word(Verdict verdict) =>
        verdict switch
        {
            Verdict.Ok => "[green]ok  [/]",
            Verdict.Warn => "[yellow]warn[/]",
            _ => "[red]fail[/]",
        };
}
