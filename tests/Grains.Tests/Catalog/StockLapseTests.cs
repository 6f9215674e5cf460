using Elizon.Catalog;
using Elizon.Grains.Billing;
using Elizon.Grains.Catalog;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Tests.Catalog;

/// <summary>The clock moves here, so these have a cluster of their own.</summary>
public sealed class StockLapseTests : IAsyncLifetime
{
    private ElizonCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await ElizonCluster.Start();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task An_order_that_was_never_committed_is_asked_about_after_two_minutes()
    {
        var reserved = _cluster.Clock.GetUtcNow();
        await _cluster
            .Grains.GetGrain<IInbox>(GrainId.Create("stock", "lapse.fra"))
            .Receive(
                new Delivery(
                    860_001,
                    "catalog/main",
                    "stock.limited",
                    Json.Write(new StockLimited(1))
                )
            );
        await _cluster
            .Grains.Stock("lapse.fra")
            .Reserve(new OrderId("lost"), new AccountId("nobody"), 1);
        Assert.Equal(
            reserved + TimeSpan.FromMinutes(2),
            new DateTimeOffset(
                await _cluster.Scalar<DateTime>("select at from due where kind = 'stock'")
            )
        );
    }
}
