using Elizon.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Elizon.Grains.Tests.Storage;

/// <summary>Commits that wait at the same time share a transaction, and nothing else.</summary>
public sealed class GroupCommitTests : IAsyncLifetime
{
    private const string Held = "held";
    private ElizonCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await ElizonCluster.Start();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Those_that_wait_together_are_written_in_one_transaction()
    {
        var names = Enumerable.Range(0, 10).Select(n => $"together-{n}").ToArray();
        await WhileTheWriterIsHeld(names, probe => probe.Add(1, null, null));
        Assert.Equal(
            1L,
            await _cluster.Scalar<long>(
                "select count(distinct xmin::text) from aggregate where id like 'together-%'"
            )
        );
    }

    [Fact]
    public async Task One_that_is_refused_takes_none_of_the_others_with_it()
    {
        var names = Enumerable.Range(0, 10).Select(n => $"beside-{n}").ToArray();
        var outcomes = await WhileTheWriterIsHeld(
            names,
            probe =>
                probe.GetPrimaryKeyString() == "beside-4"
                    ? probe.AddAndBreak()
                    : probe.Add(1, null, $"{probe.GetPrimaryKeyString()}-told")
        );
        Assert.Equal([4], outcomes.Index().Where(o => o.Item.IsFaulted).Select(o => o.Index));
        await _cluster.Quiet();
        foreach (var name in names.Where(n => n != "beside-4"))
        {
            Assert.Equal(1, (await Probe(name).Show()).Count);
            Assert.Equal(1, (await Probe($"{name}-told").Show()).Received);
        }
        Assert.Equal(0, (await Probe("beside-4").Show()).Count);
    }

    [Fact]
    public async Task The_same_operation_at_two_aggregates_of_a_group_is_carried_out_at_one()
    {
        var names = new[] { "twice-1", "twice-2" };
        var operation = new Operation("op-group", "hash");
        await WhileTheWriterIsHeld(names, probe => probe.Add(1, operation, null));
        Assert.Equal(
            1L,
            await _cluster.Scalar<long>("select count(*) from aggregate where id like 'twice-%'")
        );
    }

    /// <summary>The writer waits for a row that is locked here, so that what is asked for meanwhile gathers.</summary>
    private async Task<Task[]> WhileTheWriterIsHeld(string[] names, Func<IProbeGrain, Task> call)
    {
        foreach (var name in names)
            await Probe(name).Show();
        await Probe(Held).Add(1, null, null);
        await using var connection = await _cluster.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand(
            $"select from aggregate where id = '{Held}' for update",
            connection,
            transaction
        );
        await hold.ExecuteNonQueryAsync();
        var held = Probe(Held).Add(1, null, null);
        await Blocked();
        var calls = names.Select(n => call(Probe(n))).ToArray();
        while (Gathered < names.Length)
            await Task.Yield();
        await transaction.CommitAsync();
        await held;
        await Task.WhenAll(calls).ContinueWith(_ => { }, TaskScheduler.Default);
        return calls;
    }

    private int Gathered =>
        _cluster.Silos.GetSiloServiceProvider().GetRequiredService<GroupCommit>().Gathered;

    private async Task Blocked()
    {
        while (
            await _cluster.Scalar<long>(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
            ) == 0
        )
            await Task.Yield();
    }

    private IProbeGrain Probe(string name) => _cluster.Grains.GetGrain<IProbeGrain>(name);
}
