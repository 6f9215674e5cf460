using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Tests.Storage;

public sealed class CommitTests : IAsyncLifetime
{
    private ElizonCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await ElizonCluster.Start();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task A_repeat_of_an_operation_gets_the_first_answer_and_changes_nothing()
    {
        var probe = _cluster.Grains.GetGrain<IProbeGrain>("a");
        var first = await probe.Add(3, new Operation("op-1", "hash"), null);
        var second = await probe.Add(3, new Operation("op-1", "hash"), null);
        Assert.Equal(first, second);
        Assert.Equal(3, (await probe.Show()).Count);
    }

    [Fact]
    public async Task An_operation_is_remembered_for_thirty_days()
    {
        var probe = _cluster.Grains.GetGrain<IProbeGrain>("old");
        await probe.Add(3, new Operation("op-old", "hash"), null);
        var end = _cluster.Clock.GetUtcNow() + HandledRetention.Kept;
        Assert.Equal(0, await HandledRetention.Prune(_cluster.Database, end, default));
        Assert.Equal(
            1,
            await HandledRetention.Prune(_cluster.Database, end.AddSeconds(1), default)
        );
        await probe.Add(3, new Operation("op-old", "hash"), null);
        Assert.Equal(6, (await probe.Show()).Count);
    }

    [Fact]
    public async Task The_same_operation_with_another_body_is_refused()
    {
        var probe = _cluster.Grains.GetGrain<IProbeGrain>("b");
        await probe.Add(3, new Operation("op-2", "hash"), null);
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            probe.Add(4, new Operation("op-2", "other"), null)
        );
        Assert.Equal("idempotency.otherBody", refusal.Key);
    }

    [Fact]
    public async Task A_failed_commit_leaves_memory_and_tables_as_they_were()
    {
        var probe = _cluster.Grains.GetGrain<IProbeGrain>("c");
        await probe.Add(1, null, null);
        await Assert.ThrowsAsync<SiloFault>(() => probe.AddAndBreak());
        Assert.Equal(1, (await probe.Show()).Count);
        Assert.Equal(
            1L,
            await _cluster.Scalar<long>(
                "select version from aggregate where kind = 'probe' and id = 'c'"
            )
        );
    }

    [Fact]
    public async Task Calls_that_wait_behind_a_failed_commit_are_served_by_a_fresh_activation()
    {
        var probe = _cluster.Grains.GetGrain<IProbeGrain>("queue");
        await probe.Add(1, null, null);
        for (var round = 0; round < 5; round++)
        {
            var broken = probe.AddAndBreak();
            var behind = Enumerable.Range(0, 8).Select(_ => probe.Add(1, null, null)).ToArray();
            await Assert.ThrowsAsync<SiloFault>(() => broken);
            await Task.WhenAll(behind);
        }
        Assert.Equal(41, (await probe.Show()).Count);
    }

    [Fact]
    public async Task A_message_reaches_its_target_once_and_leaves_the_outbox()
    {
        await _cluster.Grains.GetGrain<IProbeGrain>("d").Add(7, null, "e");
        await _cluster.Quiet();
        Assert.Equal(7, (await _cluster.Grains.GetGrain<IProbeGrain>("e").Show()).Received);
    }

    [Fact]
    public async Task A_message_delivered_twice_counts_once()
    {
        var delivery = new Delivery(990_001, "probe/x", "probe.told", """{"n":5}""");
        var inbox = _cluster.Grains.GetGrain<IInbox>(GrainId.Create("probe", "f"));
        await inbox.Receive(delivery);
        await inbox.Receive(delivery);
        Assert.Equal(5, (await _cluster.Grains.GetGrain<IProbeGrain>("f").Show()).Received);
    }

    [Fact]
    public async Task What_is_due_is_done_when_the_clock_gets_there_and_not_before()
    {
        var probe = _cluster.Grains.GetGrain<IProbeGrain>("g");
        var at = _cluster.Clock.GetUtcNow().AddDays(30);
        await probe.WakeAt(at);
        await _cluster.AdvanceTo(at.AddSeconds(-1));
        Assert.Equal(0, (await probe.Show()).Count);
        await _cluster.AdvanceTo(at);
        Assert.Equal(100, (await probe.Show()).Count);
    }
}
