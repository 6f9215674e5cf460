using System.Diagnostics;
using Elizon.Bench.Renewals;
using Elizon.Billing;
using Elizon.Fixtures;
using Elizon.Grains.Billing.Ledger;

namespace Elizon.Bench.Parts;

/// <summary>The audit of a ledger of a million entries: its sums, the whole of it, and what is new since a checkpoint.</summary>
internal sealed class LedgerAudits : IPart
{
    private const int Customers = 10_000;
    private const int Periods = 20;

    public string Name => "audit";

    public string Question =>
        $"the audit of {Customers * Periods * 5:N0} entries and {Customers * Periods:N0} documents";

    public async Task Measure()
    {
        await using var cluster = await ElizonCluster.Start();
        await BookedYears.Plant(cluster.Database, Customers, Periods);
        for (var round = 0; round < 3; round++)
        {
            await Sums(cluster);
            await Audit(cluster, "whole", full: true);
            await Audit(cluster, "what is new since the checkpoint", full: false);
        }
    }

    private static async Task Sums(ElizonCluster cluster)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (
            var question in new[]
            {
                LedgerQueries.Totals,
                LedgerQueries.UnbalancedEffects,
                LedgerQueries.WrongBalances,
            }
        )
        {
            await using var command = cluster.Database.CreateCommand(question);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) { }
        }
        Report.Line(
            $"sum, pairs and balances: {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s"
        );
    }

    private static async Task Audit(ElizonCluster cluster, string what, bool full)
    {
        var started = Stopwatch.GetTimestamp();
        var audit = await cluster.Grains.LedgerAuditor().Audit(full);
        Report.Line(
            $"{what}: {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} s, {audit.Entries} entries, {audit.Documents} documents, clean: {audit.Clean}"
        );
        if (!audit.Clean)
            throw new InvalidOperationException("The planted books are not clean.");
    }
}
