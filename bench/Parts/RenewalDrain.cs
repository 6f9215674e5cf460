using System.Diagnostics;
using Elizon.Bench.Renewals;
using Elizon.Fixtures;

namespace Elizon.Bench.Parts;

/// <summary>
/// Periods renewed and paid from the balance, all of them due at once: ours through the scheduler, three grains and their
/// messages; Hangfire's as one job each that writes the same rows in one transaction.
/// </summary>
internal sealed class RenewalDrain : IPart
{
    private const int Subscriptions = 1_000;
    private const int Rounds = 3;

    public string Name => "renewals";

    public string Question =>
        $"{Subscriptions} renewals, durable, against Hangfire with {HangfireRenewals.Workers} workers that writes the same rows";

    public async Task Measure()
    {
        await using var cluster = await ElizonCluster.Start();
        var at = await RenewalSeed.Plant(cluster, Subscriptions);
        HangfireRenewals? hangfire = null;
        List<double> ours = [],
            theirs = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var (own, database) = (Cpu.Of(Environment.ProcessId), Cpu.OfDatabase());
            cluster.Clock.SetUtcNow(at.AddDays(30 * round));
            var mine = await Drain(() => RenewalSeed.RunDue(cluster));
            Counted(await cluster.Scalar<long>("select count(*) from renewal_invoice"), round);
            Report.Line(
                $"  round {round}: {mine:0}/s, CPU of a renewal {(Cpu.Of(Environment.ProcessId) - own) / Subscriptions * 1e6:0} µs here, {(Cpu.OfDatabase() - database) / Subscriptions * 1e6:0} µs in the database"
            );
            hangfire ??= await HangfireRenewals.Prepare(cluster, Subscriptions);
            await hangfire.Enqueue(Subscriptions, round);
            var their = await Drain(hangfire.Drain);
            Counted(await HangfireRenewals.Count(), round);
            Report.Line($"  round {round}: Hangfire {their:0}/s");
            // The first warms both up.
            if (round == 0)
                continue;
            ours.Add(mine);
            theirs.Add(their);
        }
        await hangfire!.DisposeAsync();
        Report.Line(
            $"{Report.Median(ours):0} renewals/s, Hangfire {Report.Median(theirs):0}/s, ratio {Report.Median(ours.Zip(theirs, (a, b) => a / b)):0.00}"
        );
    }

    private static async Task<double> Drain(Func<Task> drain)
    {
        var started = Stopwatch.GetTimestamp();
        await drain();
        return Subscriptions / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static void Counted(long renewed, int round)
    {
        if (renewed != Subscriptions * (round + 1L))
            throw new InvalidOperationException(
                $"{renewed} renewals after round {round}, of {Subscriptions} each."
            );
    }
}
