using System.Diagnostics;
using Npgsql;

namespace Elizon.Silo.Database;

/// <summary>
/// A private PostgreSQL cluster under a data folder: unix socket only, no TCP port, and it dies with this process even
/// after kill -9. "trust" is the right authentication here because the socket folder is 0700 and is the lock.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    /// <summary>The kernel's limit for a socket path; ".s.PGSQL.5432" is appended by the server.</summary>
    private const int MaxSocketPath = 107;

    /// <summary>
    /// Holds standard input open: its end (a clean close, or the death of the host) stops the server by SIGINT, a fast
    /// shutdown. setsid keeps Ctrl-C in a terminal away from it, so that the silo can flush first.
    /// </summary>
    private const string Watch =
        """exec 3<&0; "$0" "$@" </dev/null & P=$!; trap "kill -INT $P" TERM INT; (cat <&3 >/dev/null; kill -INT $P) & wait $P; wait $P""";

    private readonly Process _server;

    private EmbeddedPostgres(Process server, string connectionString)
    {
        _server = server;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    public static async Task<EmbeddedPostgres> Start(string folder, CancellationToken cancellation)
    {
        folder = Path.GetFullPath(folder);
        if (folder.Length + "/.s.PGSQL.5432".Length > MaxSocketPath)
            throw new InvalidOperationException(
                $"The path of the database folder is too long for a socket: {folder}"
            );
        var binaries = PostgresBinaries.Find();
        var owner = PostgresOwner.Prepare(folder);
        var data = Path.Combine(folder, "data");
        if (!File.Exists(Path.Combine(data, "PG_VERSION")))
            await Initialise(binaries, owner, data, cancellation);
        var server = Launch(binaries, owner, folder, data);
        var connection = $"Host={folder};Port=5432;Username=elizon;Database=postgres";
        try
        {
            await WaitUntilReady(connection, server, cancellation);
        }
        catch
        {
            server.StandardInput.Close();
            throw;
        }
        return new EmbeddedPostgres(server, connection);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        _server.StandardInput.Close();
        await _server.WaitForExitAsync();
        _server.Dispose();
    }

    /// <summary>Into a folder beside the final one first: a kill during initdb must not leave half a cluster.</summary>
    private static async Task Initialise(
        string binaries,
        string? owner,
        string data,
        CancellationToken cancellation
    )
    {
        var fresh = data + ".new";
        if (Directory.Exists(fresh))
            Directory.Delete(fresh, recursive: true);
        var start = new ProcessStartInfo(Path.Combine(binaries, "initdb"))
        {
            ArgumentList =
            {
                "-D",
                fresh,
                "-U",
                "elizon",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C",
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        if (owner is not null)
            start.UserName = owner;
        using var initdb = Process.Start(start)!;
        var output = initdb.StandardOutput.ReadToEndAsync(cancellation);
        var errors = await initdb.StandardError.ReadToEndAsync(cancellation);
        await output;
        await initdb.WaitForExitAsync(cancellation);
        if (initdb.ExitCode != 0)
            throw new InvalidOperationException($"initdb failed: {errors}");
        Directory.Move(fresh, data);
    }

    private static Process Launch(string binaries, string? owner, string folder, string data)
    {
        var start = new ProcessStartInfo("setsid")
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        string[] arguments =
        [
            "/bin/sh",
            "-c",
            Watch,
            Path.Combine(binaries, "postgres"),
            "-D",
            data,
            "-k",
            folder,
            "-c",
            "listen_addresses=",
            "-c",
            "unix_socket_permissions=0700",
            "-c",
            "max_connections=200",
            "-c",
            $"log_directory={folder}",
            "-c",
            "logging_collector=on",
            "-c",
            "log_filename=postgres.log",
            "-c",
            "log_min_messages=error",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        if (owner is not null)
            start.UserName = owner;
        return Process.Start(start)!;
    }

    private static async Task WaitUntilReady(
        string connectionString,
        Process server,
        CancellationToken cancellation
    )
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(
                    connectionString + ";Pooling=false;Timeout=2"
                );
                await connection.OpenAsync(deadline.Token);
                return;
            }
            catch (Exception error)
                when (error is NpgsqlException or System.Net.Sockets.SocketException
                    && !server.HasExited
                )
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), deadline.Token);
            }
        }
    }
}
