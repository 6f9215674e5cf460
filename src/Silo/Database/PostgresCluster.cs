using System.Globalization;
using Elizon.Api.Hosting;

namespace Elizon.Silo.Database;

/// <summary>The files of a cluster: made once, and freed of a server that outlived its host.</summary>
internal static class PostgresCluster
{
    private static readonly TimeSpan OwnStop = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    /// <summary>Into a folder beside the final one first: a kill during initdb must not leave half a cluster.</summary>
    public static async Task Initialise(
        string binaries,
        PostgresPlace place,
        CancellationToken cancellation
    )
    {
        foreach (var leftover in Directory.GetDirectories(place.Folder, "data.new*"))
            Directory.Delete(leftover, recursive: true);
        var fresh = $"{place.Data}.new{Environment.ProcessId}";
        var made = await UnixCommand.Run(
            place.Owner,
            Path.Combine(binaries, "initdb"),
            ["-D", fresh, "-U", "elizon", "-A", "trust", "-E", "UTF8", "--locale=C", "-k"],
            cancellation
        );
        if (made.ExitCode != 0)
            throw new CannotStartException($"initdb failed: {made.Errors}");
        Directory.Move(fresh, place.Data);
    }

    /// <summary>
    /// A host that was killed leaves its server in the middle of a fast shutdown: wait for it. One whose watcher was
    /// killed too does not know that it should stop: it is told.
    /// </summary>
    public static async Task AwaitFormerServer(
        PostgresPlace place,
        TimeProvider wall,
        CancellationToken cancellation
    )
    {
        var started = wall.GetTimestamp();
        var told = false;
        while (FormerServer(place) is { } pid)
        {
            var waited = wall.GetElapsedTime(started);
            if (waited > Deadline)
                throw new CannotStartException(
                    $"The server of the last run (process {pid}) does not stop."
                );
            if (waited > OwnStop && !told)
            {
                told = true;
                await UnixCommand.Run(null, "/bin/sh", ["-c", $"kill -INT {pid}"], cancellation);
            }
            await Task.Delay(TimeSpan.FromMilliseconds(20), wall, cancellation);
        }
    }

    /// <summary>The process that still has its working folder in the cluster; its number may have been reused by another.</summary>
    private static int? FormerServer(PostgresPlace place)
    {
        try
        {
            var first = File.ReadLines(Path.Combine(place.Data, "postmaster.pid")).FirstOrDefault();
            if (!int.TryParse(first, CultureInfo.InvariantCulture, out var pid))
                return null;
            var works = new DirectoryInfo($"/proc/{pid}/cwd").ResolveLinkTarget(
                returnFinalTarget: false
            );
            return works?.FullName == place.Data ? pid : null;
        }
        catch (IOException)
        {
            // No such file or no such process: nobody is there.
            return null;
        }
    }
}
