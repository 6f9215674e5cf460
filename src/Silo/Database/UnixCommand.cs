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
        var start = new ProcessStartInfo(program, arguments)
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
}
