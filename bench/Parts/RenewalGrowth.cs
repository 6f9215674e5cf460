using System.Diagnostics;
using Elizon.Bench.Renewals;
using Elizon.Fixtures;

namespace Elizon.Bench.Parts;

/// <summary>The same number of renewals among ever more subscriptions: the time of one must not grow with them.</summary>
internal sealed class RenewalGrowth : IPart
{
    private const int Renewed = 1_000;

    public string Name => "growth";

    public string Question => $"{Renewed} renewals among 1,000, 10,000 and 100,000 subscriptions";

    public async Task Measure()
    {
        double first = 0;
        foreach (var subscriptions in new[] { 1_000, 10_000, 100_000 })
        {
            await using var cluster = await ElizonCluster.Start();
            var at = await RenewalSeed.Plant(cluster, subscriptions);
            await Later(cluster, subscriptions - Renewed);
            cluster.Clock.SetUtcNow(at);
            var started = Stopwatch.GetTimestamp();
            await RenewalSeed.RunDue(cluster);
            var each = Stopwatch.GetElapsedTime(started).TotalMilliseconds / Renewed;
            var issued = await cluster.Scalar<long>("select count(*) from renewal_invoice");
            if (issued != Renewed)
                throw new InvalidOperationException($"{issued} of {Renewed} were renewed.");
            first = first == 0 ? each : first;
            Report.Line(
                $"{subscriptions, 7} subscriptions: {each:0.00} ms a renewal, {each / first:0.00} of that among 1,000"
            );
        }
    }

    /// <summary>All but a thousand are due a day later.</summary>
    private static async Task Later(ElizonCluster cluster, int count)
    {
        await using var command = cluster.Database.CreateCommand(
            $"""
            update due set at = at + interval '1 day'
            where (kind, id) in (select kind, id from due where kind = 'subscription' and id like 'copy%' order by id limit {count})
            """
        );
        await command.ExecuteNonQueryAsync();
    }
}
