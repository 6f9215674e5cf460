using System.Globalization;
using Elizon.Api.Hosting;

namespace Elizon.Silo.Database;

/// <summary>
/// Finds the server's programs: those of the version that made the cluster, else on PATH, else the highest version that
/// Debian installed.
/// </summary>
internal static class PostgresBinaries
{
    private const string Debian = "/usr/lib/postgresql";

    public static string Find(string data)
    {
        var version = Path.Combine(data, "PG_VERSION");
        if (File.Exists(version))
            return ForCluster(File.ReadAllText(version).Trim());
        return OnPath()
            ?? Installed()
            ?? throw new CannotStartException(
                "PostgreSQL is not installed: apt-get install postgresql"
            );
    }

    /// <summary>A cluster of one major version is not readable by another: when ours is not in Debian's place, PATH must fit.</summary>
    private static string ForCluster(string version)
    {
        var exact = Path.Combine(Debian, version, "bin");
        if (Holds(exact))
            return exact;
        return OnPath()
            ?? throw new CannotStartException(
                $"The database was made by PostgreSQL {version}, which is not installed: apt-get install postgresql-{version}"
            );
    }

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
        Directory.Exists(Debian)
            ? Directory
                .GetDirectories(Debian)
                .OrderByDescending(VersionOf)
                .Select(d => Path.Combine(d, "bin"))
                .FirstOrDefault(Holds)
            : null;

    private static int VersionOf(string folder) =>
        int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version)
            ? version
            : 0;

    private static bool Holds(string folder) =>
        File.Exists(Path.Combine(folder, "postgres"))
        && File.Exists(Path.Combine(folder, "initdb"));
}
