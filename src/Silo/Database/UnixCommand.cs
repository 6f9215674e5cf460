using System.Diagnostics;
using Elizon.Api.Hosting;

namespace Elizon.Silo.Database;

/// <summary>What a command of the system said and how it ended.</summary>
internal readonly record struct CommandResult(int ExitCode, string Output, string Errors);

/// <summary>Runs small commands of the system (chown, stat, initdb), as another user where root needs that.</summary>
internal static class UnixCommand
{
    public static async Task<CommandResult> Run(
        string? user,
        string program,
        string[] arguments,
        CancellationToken cancellation
    )
    {
        var start = new ProcessStartInfo(Find(program), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            // The current folder may be closed to the other user.
            WorkingDirectory = "/",
        };
        if (user is not null)
            start.UserName = user;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = await process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new CommandResult(process.ExitCode, (await output).Trim(), errors.Trim());
    }

    /// <summary>The output; fails with what the command wrote to its error stream.</summary>
    public static async Task<string> Demand(
        string program,
        string[] arguments,
        CancellationToken cancellation
    )
    {
        var result = await Run(null, program, arguments, cancellation);
        return result.ExitCode == 0
            ? result.Output
            : throw new CannotStartException($"{program} failed: {result.Errors}");
    }

    /// <summary>
    /// By PATH alone: .NET looks into the current folder first, where a file of the same name may lie (as <c>./test</c> does
    /// in this repository).
    /// </summary>
    private static string Find(string program) =>
        program.Contains('/', StringComparison.Ordinal)
            ? program
            : (Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin")
                .Split(':', StringSplitOptions.RemoveEmptyEntries)
                .Append("/usr/sbin")
                .Append("/sbin")
                .Select(folder => Path.Combine(folder, program))
                .FirstOrDefault(File.Exists)
                ?? throw new CannotStartException($"The command '{program}' is missing.");
}
