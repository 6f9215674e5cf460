using Elizon.Catalog;
using Elizon.Grains.Billing;
using Elizon.Grains.Catalog;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;
using Orleans.Core.Internal;

namespace Elizon.Grains.Tests.Catalog;

public sealed class StockGrainTests(StockGrainTests.Host host) : IClassFixture<StockGrainTests.Host>
{
    private readonly ElizonCluster _cluster = host.Cluster;

    [Fact]
    public async Task Of_200_parallel_reservations_of_one_piece_exactly_one_wins()
    {
        await Limit("race.fra", 1);
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(n => TryReserve("race.fra", $"race-{n}"))
        );
        Assert.Equal(1, outcomes.Count(won => won));
        Assert.Equal((1, 0), await Level("race.fra"));
    }

    [Fact]
    public async Task A_released_piece_is_sold_to_the_next()
    {
        await Limit("release.fra", 1);
        await TryReserve("release.fra", "first");
        await _cluster.Grains.Stock("release.fra").Release(new OrderId("first"));
        Assert.True(await TryReserve("release.fra", "second"));
    }

    [Fact]
    public async Task A_reservation_outlives_the_activation()
    {
        await Limit("memory.fra", 1);
        await TryReserve("memory.fra", "first");
        await _cluster
            .Grains.Stock("memory.fra")
            .AsReference<IGrainManagementExtension>()
            .DeactivateOnIdle();
        Assert.False(await TryReserve("memory.fra", "second"));
    }

    [Fact]
    public async Task A_confirmed_message_delivered_twice_sells_once()
    {
        await Limit("twice.fra", 2);
        await TryReserve("twice.fra", "first");
        await Tell("twice.fra", 880_001, new StockConfirmed(new OrderId("first")));
        await Tell("twice.fra", 880_001, new StockConfirmed(new OrderId("first")));
        Assert.Equal((0, 1), await Level("twice.fra"));
    }

    [Fact]
    public async Task Nobody_buys_before_the_catalogue_said_how_many_there_are() =>
        Assert.False(await TryReserve("unknown.fra", "first"));

    private async Task<bool> TryReserve(string stock, string order)
    {
        try
        {
            await _cluster
                .Grains.Stock(stock)
                .Reserve(new OrderId(order), new AccountId($"account-{order}"), 1);
            return true;
        }
        catch (Refusal refusal) when (refusal.Key == "stock.soldOut")
        {
            return false;
        }
    }

    private static long _limits = 870_000;

    private Task Limit(string stock, int pieces) =>
        Tell(stock, Interlocked.Increment(ref _limits), new StockLimited(pieces));

    private Task Tell<TMessage>(string stock, long id, TMessage message)
        where TMessage : Message =>
        _cluster
            .Grains.GetGrain<IInbox>(GrainId.Create("stock", stock))
            .Receive(
                new Delivery(
                    id,
                    "catalog/main",
                    MessageTypes.NameOf(typeof(TMessage)),
                    Json.Write(message)
                )
            );

    private async Task<(int Reserved, int Sold)> Level(string stock) =>
        (
            await _cluster.Scalar<int>($"select reserved from stock_level where stock = '{stock}'"),
            await _cluster.Scalar<int>($"select sold from stock_level where stock = '{stock}'")
        );

    public sealed class Host : IAsyncLifetime
    {
        public ElizonCluster Cluster { get; private set; } = null!;

        public async Task InitializeAsync() => Cluster = await ElizonCluster.Start();

        public async Task DisposeAsync() => await Cluster.DisposeAsync();
    }
}
