using Elizon.Catalog;
using Elizon.Grains.Outbox;
using Elizon.Grains.Scheduling;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Catalog;

[GrainType("stock")]
internal sealed class StockGrain([Aggregate] IAggregate<StockState> aggregate, TimeProvider clock)
    : Grain,
        IStockGrain,
        IInbox,
        IDue
{
    private string Key => this.GetPrimaryKeyString();

    public Task Reserve(OrderId order, AccountId account, int pieces) =>
        Commit(Stock.Reserve(aggregate.State, order, account, pieces, clock.GetUtcNow()));

    public Task Release(OrderId order) => Commit(Stock.GiveUp(aggregate.State, order));

    public Task Receive(Delivery delivery) =>
        aggregate.Receive(
            delivery,
            message =>
                Stock.Receive(aggregate.State, message) is { } change ? WithLevel(change) : null
        );

    public Task Due() => Commit(Stock.Ask(aggregate.State, Key, clock.GetUtcNow()));

    private Task Commit(Change<StockState>? change) =>
        change is null ? Task.CompletedTask : aggregate.Commit(WithLevel(change));

    private Change<StockState> WithLevel(Change<StockState> change) =>
        change.Record(StockLevelRow.Of(Key, change.Next));
}

/// <summary>What is left, for readers.</summary>
[Table("stock_level", WriteMode.Upsert)]
internal sealed record StockLevelRow(
    [property: Key] string Stock,
    int? Pieces,
    int Reserved,
    int Sold,
    int? Available
) : Row
{
    public static StockLevelRow Of(string key, StockState stock) =>
        new(
            key,
            stock.Pieces,
            stock.Reserved.Values.Sum(r => r.Pieces),
            stock.Sold.Values.Sum(),
            stock.Left is { } left ? Math.Max(0, left) : null
        );
}
