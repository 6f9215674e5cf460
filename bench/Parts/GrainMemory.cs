using Elizon.Fixtures;
using Elizon.Services;

namespace Elizon.Bench.Parts;

/// <summary>What an active service costs in memory.</summary>
internal sealed class GrainMemory : IPart
{
    private const int Count = 10_000;

    public string Name => "memory";

    public string Question => $"{Count} active service grains in one silo";

    public async Task Measure()
    {
        await using var cluster = await ElizonCluster.Start();
        await Seed(cluster);
        await Activate(cluster, 0, 100);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await Activate(cluster, 100, Count);
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Report.Line(
            $"{grown / 1024.0 / 1024:0} MiB more managed memory, {grown / (double)(Count - 100) / 1024:0.0} KiB a grain"
        );
    }

    /// <summary>Delivered services as the storage holds them, without the hour it takes to order them.</summary>
    private static async Task Seed(ElizonCluster cluster)
    {
        var state = BenchService.Delivered;
        await using var command = cluster.Database.CreateCommand(
            "insert into aggregate (kind, id, version, state) select 'service', 'bench' || n, 1, $1::jsonb from generate_series(0, $2 - 1) n"
        );
        command.Parameters.Add(new() { Value = state });
        command.Parameters.Add(new() { Value = Count });
        await command.ExecuteNonQueryAsync();
    }

    private static Task Activate(ElizonCluster cluster, int from, int to) =>
        Parallel.ForAsync(
            from,
            to,
            new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (n, _) =>
                await cluster.Grains.Service(new ServiceId($"bench{n}")).Show(BenchService.Owner)
        );
}
