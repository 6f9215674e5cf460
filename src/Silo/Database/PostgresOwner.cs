using System.Diagnostics;

namespace Elizon.Silo.Database;

/// <summary>PostgreSQL refuses to run as root: then the folder and the server belong to the user "postgres", else "nobody".</summary>
internal static class PostgresOwner
{
    /// <summary>Makes the folder private to the user the server runs as; null when that is the current user.</summary>
    public static string? Prepare(string folder)
    {
        Directory.CreateDirectory(folder);
        if (!Environment.IsPrivilegedProcess)
        {
            File.SetUnixFileMode(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
            return null;
        }
        var owner = File.ReadLines("/etc/passwd")
            .Any(l => l.StartsWith("postgres:", StringComparison.Ordinal))
            ? "postgres"
            : "nobody";
        using var chown = Process.Start(
            new ProcessStartInfo("chown") { ArgumentList = { $"{owner}:", folder } }
        )!;
        chown.WaitForExit();
        if (chown.ExitCode != 0)
            throw new InvalidOperationException(
                $"The database folder could not be given to '{owner}'."
            );
        File.SetUnixFileMode(
            folder,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
        return owner;
    }
}
