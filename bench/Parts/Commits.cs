using System.Diagnostics;
using Elizon.Fixtures;
using HdrHistogram;
using Npgsql;

namespace Elizon.Bench.Parts;

/// <summary>The five-part commit through a real grain, against one bare row.</summary>
internal sealed class Commits : IPart
{
    private const int Rounds = 5;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    private static int _next;

    public string Name => "commit";

    public string Question =>
        "aggregate + record + message + handled + due in one batch, against a bare Npgsql insert";

    public async Task Measure()
    {
        await using var cluster = await ElizonCluster.Start();
        await using (
            var create = cluster.Database.CreateCommand(
                "create table bare (id text primary key, body text not null)"
            )
        )
            await create.ExecuteNonQueryAsync();
        foreach (var writers in new[] { 16, 32 })
            await Compare(cluster, writers);
    }

    private static async Task Compare(ElizonCluster cluster, int writers)
    {
        List<double> ours = [],
            bare = [];
        var took = new LongHistogram(TimeSpan.FromMinutes(1).Ticks, 3);
        for (var round = 0; round <= Rounds; round++)
        {
            took.Reset();
            var (own, database) = (Cpu.Of(Environment.ProcessId), Cpu.OfDatabase());
            var mine = await Rate(writers, took, n => Commit(cluster, n));
            own = (Cpu.Of(Environment.ProcessId) - own) / took.TotalCount * 1e6;
            database = (Cpu.OfDatabase() - database) / took.TotalCount * 1e6;
            Report.Line(
                $"  round {round}: {mine:0}/s, CPU of a commit {own:0} µs here, {database:0} µs in the database"
            );
            var their = await Rate(writers, null, n => Insert(cluster.Database, n));
            if (round == 0)
                continue;
            ours.Add(mine);
            bare.Add(their);
        }
        Report.Line(
            $"{writers} writers: {Report.Median(ours):0} commits/s, bare insert {Report.Median(bare):0}/s, ratio {Report.Median(ours.Zip(bare, (a, b) => a / b)):0.00}; a commit takes {took.GetValueAtPercentile(50) / 1e4:0.0} ms, 99 % {took.GetValueAtPercentile(99) / 1e4:0.0} ms"
        );
    }

    private static Task Commit(ElizonCluster cluster, int writer) =>
        cluster
            .Grains.GetGrain<ICommitter>(
                $"writer-{writer}-{Interlocked.Increment(ref _next) % 100}"
            )
            .Commit(new Operation(Guid.NewGuid().ToString("N"), "body"));

    internal static async Task Insert(NpgsqlDataSource database, int writer)
    {
        await using var command = database.CreateCommand("insert into bare values ($1, $2)");
        command.Parameters.Add(new() { Value = Guid.NewGuid().ToString("N") });
        command.Parameters.Add(new() { Value = $"written by {writer}" });
        await command.ExecuteNonQueryAsync();
    }

    internal static async Task<double> Rate(int writers, LongHistogram? took, Func<int, Task> write)
    {
        var started = Stopwatch.GetTimestamp();
        var done = await Task.WhenAll(
            Enumerable
                .Range(0, writers)
                .Select(async writer =>
                {
                    var count = 0;
                    while (Stopwatch.GetElapsedTime(started) < Round)
                    {
                        var one = Stopwatch.GetTimestamp();
                        await write(writer);
                        if (took is not null)
                            lock (took)
                                took.RecordValue(Stopwatch.GetElapsedTime(one).Ticks);
                        count++;
                    }
                    return count;
                })
        );
        return done.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
