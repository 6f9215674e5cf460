namespace Elizon.Silo.Database;

/// <summary>Finds the server's programs: on PATH, else the highest version that Debian installed.</summary>
internal static class PostgresBinaries
{
    public static string Find() =>
        OnPath()
        ?? Installed()
        ?? throw new InvalidOperationException(
            "PostgreSQL is not installed: apt-get install postgresql"
        );

    private static string? OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':')
            .Select(Real)
            .FirstOrDefault(d => d is not null && Holds(d));

    private static string? Real(string folder)
    {
        var server = Path.Combine(folder, "postgres");
        return File.Exists(server)
            ? Path.GetDirectoryName(
                File.ResolveLinkTarget(server, returnFinalTarget: true)?.FullName ?? server
            )
            : null;
    }

    private static string? Installed() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(d =>
                    int.TryParse(
                        Path.GetFileName(d),
                        System.Globalization.CultureInfo.InvariantCulture,
                        out var version
                    )
                        ? version
                        : 0
                )
                .Select(d => Path.Combine(d, "bin"))
                .FirstOrDefault(Holds)
            : null;

    private static bool Holds(string folder) =>
        File.Exists(Path.Combine(folder, "postgres"))
        && File.Exists(Path.Combine(folder, "initdb"));
}
