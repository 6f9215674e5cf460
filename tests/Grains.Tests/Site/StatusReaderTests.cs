using Elizon.Site;

namespace Elizon.Grains.Tests.Site;

public sealed class StatusReaderTests : IAsyncLifetime
{
    private ElizonCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await ElizonCluster.Start();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task A_platform_with_nothing_late_is_operational() =>
        Assert.Equal(
            ComponentState.Operational,
            (await _cluster.Grains.StatusReader().Status()).State
        );

    [Fact]
    public async Task Work_that_waits_for_more_than_a_minute_degrades_the_platform()
    {
        await _cluster.Scalar<int>(
            "insert into outbox (source, target_kind, target_id, type, payload, created_at, lease_until, owner) values ('a/b', 'c', 'd', 'e', '{}', now() - interval '2 minutes', now() + interval '1 hour', 'f') returning 1"
        );
        var status = await _cluster.Grains.StatusReader().Status();
        Assert.Equal(ComponentState.Degraded, status.State);
        Assert.Equal(
            ComponentState.Operational,
            status.Components.Single(c => c.Key == "database").State
        );
    }
}
