using System.Diagnostics;
using Elizon.Admin;
using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Grains.Admin;

/// <summary>One round trip, the server's version, and whether its clock and ours agree.</summary>
internal sealed class DatabaseExamination(NpgsqlDataSource database, [Wall] TimeProvider wall)
    : IExamination
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(200);

    public string Name => "database";

    public async Task<Finding[]> Examine(Caller by, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select current_setting('server_version'), clock_timestamp()"
        );
        // The first call may open a connection; what matters is the second.
        await Read(command, cancellation);
        var started = Stopwatch.GetTimestamp();
        var (version, theirs) = await Read(command, cancellation);
        var took = Stopwatch.GetElapsedTime(started);
        var skew = (theirs - wall.GetUtcNow()).Duration();
        return
        [
            new Finding(
                Name,
                took > Slow ? Verdict.Warn : Verdict.Ok,
                $"PostgreSQL {version} answers in {took.TotalMilliseconds:0.0} ms.",
                Math.Max(1, (int)took.TotalMilliseconds)
            ),
            new Finding(
                "clock",
                skew > 5 * Skew ? Verdict.Fail
                    : skew > Skew ? Verdict.Warn
                    : Verdict.Ok,
                $"This machine and the database differ by {skew.TotalMilliseconds:0} ms."
            ),
        ];
    }

    private static async Task<(string Version, DateTimeOffset Now)> Read(
        NpgsqlCommand command,
        CancellationToken cancellation
    )
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1));
    }
}
