using System.CommandLine;
using System.Diagnostics;

namespace Elizon.Cli.Commands;

/// <summary><c>elizon db</c>: runs the platform's PostgreSQL apart, for several processes on one machine.</summary>
internal static class DbCommand
{
    private static readonly Option<string?> Silo = new("--silo")
    {
        Description =
            "The platform's program. Otherwise ELIZON_SILO, or the one beside this program.",
        HelpName = "path",
    };

    private static readonly Argument<string[]> Rest = new("options")
    {
        Description = "Handed on to the platform's program, after '--'.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Command Make(World world)
    {
        var db = new Command("db", "Run the database apart until Ctrl-C.").With(Silo, Rest);
        db.SetAction(
            (parsed, cancellation) =>
                Run(
                    Find(parsed.GetValue(Silo) ?? world.Variable("ELIZON_SILO")),
                    parsed.GetValue(Rest) ?? [],
                    cancellation
                )
        );
        return db;
    }

    private static async Task<int> Run(string silo, string[] rest, CancellationToken cancellation)
    {
        var start = silo.EndsWith(".dll", StringComparison.Ordinal)
            ? new ProcessStartInfo("dotnet", [silo, "--role", "db", .. rest])
            : new ProcessStartInfo(silo, ["--role", "db", .. rest]);
        start.UseShellExecute = false;
        using var process =
            Process.Start(start) ?? throw new CliFault(ExitCode.Failed, $"{silo} does not start.");
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C reaches the database as well: it ends by itself and in order.
            await process.WaitForExitAsync(CancellationToken.None);
        }
        return process.ExitCode;
    }

    private static string Find(string? given)
    {
        string[] places = given is not null
            ? [given]
            :
            [
                Path.Combine(AppContext.BaseDirectory, "Elizon.Silo"),
                Path.Combine(AppContext.BaseDirectory, "Elizon.Silo.dll"),
                Path.GetFullPath(
                    Path.Combine(
                        AppContext.BaseDirectory.Replace(
                            $"{Path.DirectorySeparatorChar}Cli{Path.DirectorySeparatorChar}",
                            $"{Path.DirectorySeparatorChar}Silo{Path.DirectorySeparatorChar}",
                            StringComparison.Ordinal
                        ),
                        "Elizon.Silo"
                    )
                ),
            ];
        return places.FirstOrDefault(File.Exists)
            ?? throw new CliFault(
                ExitCode.Usage,
                "The platform's program is not beside this one.",
                "Say where it is with --silo or ELIZON_SILO."
            );
    }
}
