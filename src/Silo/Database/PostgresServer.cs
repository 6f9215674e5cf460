using System.Diagnostics;

namespace Elizon.Silo.Database;

/// <summary>The server's process and what keeps it from outliving its host.</summary>
internal static class PostgresServer
{
    /// <summary>
    /// Holds standard input open: its end (a clean close, or the death of the host) stops the server by SIGINT, a fast
    /// shutdown. When the server ends by itself the watcher goes too: its later signal could hit a stranger that got
    /// the same process number. (PDEATHSIG would not do: it fires when the forking thread ends.)
    /// </summary>
    private const string Watch = """
        exec 3<&0 >>"$ELIZON_POSTGRES_LOG" 2>&1
        "$0" "$@" </dev/null 3<&- & P=$!
        trap "kill -INT $P" TERM INT
        (cat <&3 >/dev/null; kill -INT $P) & W=$!
        wait $P; wait $P; kill $W
        """;

    private const long MaxLog = 10_000_000;

    public static Process Launch(string binaries, PostgresPlace place)
    {
        if (new FileInfo(place.Log) is { Exists: true, Length: > MaxLog })
            File.Move(place.Log, place.Log + ".1", overwrite: true);
        // setsid keeps Ctrl-C in a terminal away from the server, so that the silo can flush first.
        var start = new ProcessStartInfo(
            "setsid",
            ["/bin/sh", "-c", Watch, Path.Combine(binaries, "postgres"), .. Arguments(place)]
        )
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
            Environment = { ["ELIZON_POSTGRES_LOG"] = place.Log },
        };
        if (place.Owner is not null)
            start.UserName = place.Owner;
        return Process.Start(start)!;
    }

    private static IEnumerable<string> Arguments(PostgresPlace place)
    {
        string[] settings =
        [
            "listen_addresses=",
            "unix_socket_permissions=0700",
            "max_connections=200",
            // Statements here are short: compiling them costs more than it gives.
            "jit=off",
            // A refused row is an answer for our code, and its text names customers: only what ends a session is logged.
            "log_min_messages=fatal",
        ];
        return
        [
            "-D",
            place.Data,
            "-k",
            place.SocketFolder,
            .. settings.SelectMany(setting => new[] { "-c", setting }),
        ];
    }
}
