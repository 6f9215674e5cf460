using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Grains.Scheduling;

/// <summary>Works through the due index now instead of waiting for the schedulers' timers: for a clock that is moved.</summary>
internal sealed class DueRun(IGrainFactory grains, NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>What failed so often is tried again by itself and stops no clock.</summary>
    private const int Stuck = 10;

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(5);

    /// <summary>The next instant at which something is due; routine looks aside, which may come with the next.</summary>
    public async Task<DateTimeOffset?> Next()
    {
        await using var command = database.Command(
            $"select min(e.at) from {Earliest("not routine and attempts < $2")}",
            Bucket.Count,
            Stuck
        );
        return await command.ExecuteScalarAsync() is DateTime at
            ? new DateTimeOffset(at, TimeSpan.Zero)
            : null;
    }

    /// <summary>Does all that is due now, with what follows from it, until all is quiet.</summary>
    /// <param name="routine">Routine looks too; they are made anyhow with what shares their bucket.</param>
    public async Task RunDue(CancellationToken cancellation, bool routine = true)
    {
        while (await Round(cancellation, routine))
            await Quiet(cancellation);
    }

    /// <summary>Does what is due now, once. False when nothing was.</summary>
    public async Task<bool> Round(CancellationToken cancellation, bool routine = true)
    {
        var buckets = await Buckets(routine, cancellation);
        await Task.WhenAll(buckets.Select(Run));
        return buckets.Count > 0;
    }

    /// <summary>Waits until every message was delivered or given up.</summary>
    public async Task Quiet(CancellationToken cancellation)
    {
        while (await Waiting(cancellation))
            await Task.Delay(LookAgain, cancellation);
    }

    /// <summary>The earliest entry of each of $1 buckets. By the index: this is asked for each instant at which the clock stops.</summary>
    private static string Earliest(string counts) =>
        $"""
            generate_series(0, $1 - 1) b cross join lateral (
              select bucket, coalesce(retry_at, at) as at from due
              where bucket = b and {counts} order by coalesce(retry_at, at) limit 1) e
            """;

    /// <summary>Long work of a bucket outlasts a call; it is the same work that the next call waits for.</summary>
    private async Task Run(int bucket)
    {
        try
        {
            await grains.GetGrain<ISchedulerGrain>(bucket).RunDue();
        }
        catch (TimeoutException)
        {
            // Asked again by the next round, as long as something is due.
        }
    }

    private async Task<List<int>> Buckets(bool routine, CancellationToken cancellation)
    {
        await using var command = database.Command(
            $"select e.bucket from {Earliest("($3 or not routine)")} where e.at <= $2",
            Bucket.Count,
            clock.GetUtcNow(),
            routine
        );
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var buckets = new List<int>();
        while (await reader.ReadAsync(cancellation))
            buckets.Add(reader.GetInt16(0));
        return buckets;
    }

    private async Task<bool> Waiting(CancellationToken cancellation)
    {
        await using var command = database.Command(
            "select exists (select from outbox where not dead)"
        );
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
