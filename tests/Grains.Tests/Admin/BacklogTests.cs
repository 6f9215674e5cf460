using Elizon.Admin;

namespace Elizon.Grains.Tests.Admin;

public sealed class BacklogTests : IAsyncLifetime
{
    private ElizonCluster _cluster = null!;

    private IBacklog Backlog => _cluster.Grains.Backlog();

    public async Task InitializeAsync() => _cluster = await ElizonCluster.Start();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task A_dead_letter_is_sent_again_and_audited()
    {
        await Insert(
            """
            insert into outbox (source, target_kind, target_id, type, payload, created_at, lease_until, owner, attempts, dead)
            values ('test/a', 'probe', 'revived', 'probe.told', '{"n":5}', $1, $1, '', 20, true)
            """
        );
        var letter = Assert.Single((await Backlog.DeadLetters(new PageRequest(1, 20))).Items);
        Assert.Equal(
            ("test/a", "probe/revived", "probe.told", 20),
            (letter.Source, letter.Target, letter.Type, letter.Attempts)
        );
        await Backlog.SendAgain(letter.Id, Staff());
        await _cluster.Quiet();
        Assert.Equal(
            5,
            (await _cluster.Grains.GetGrain<Storage.IProbeGrain>("revived").Show()).Received
        );
        Assert.Equal(
            $"message/{letter.Id}",
            await _cluster.Scalar<string>(
                "select target from audit where action = 'message.sentAgain'"
            )
        );
    }

    [Fact]
    public async Task A_letter_that_is_not_dead_is_not_found_and_leaves_no_entry()
    {
        await Assert.ThrowsAsync<Refusal>(() => Backlog.SendAgain(4_711, Staff()));
        Assert.Equal(0L, await _cluster.Scalar<long>("select count(*) from audit"));
    }

    [Fact]
    public async Task Due_work_that_failed_is_listed_with_its_error()
    {
        await Insert(
            """
            insert into due (kind, id, bucket, at, retry_at, attempts, last_error)
            values ('probe', 'late', 0, $1, $1::timestamptz + interval '1 day', 3, 'Oops')
            """
        );
        var overdue = Assert.Single((await Backlog.Overdue(new PageRequest(1, 20))).Items);
        Assert.Equal(
            ("probe/late", 3, "Oops"),
            (overdue.Target, overdue.Attempts, overdue.LastError)
        );
    }

    private Caller Staff() => CatalogSamples.Staff(_cluster.Clock.GetUtcNow());

    private async Task Insert(string sql)
    {
        await using var command = _cluster.Database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = _cluster.Clock.GetUtcNow() });
        await command.ExecuteNonQueryAsync();
    }
}
