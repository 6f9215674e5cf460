using CsCheck;
using Elizon.Catalog;
using Elizon.Grains.Billing;
using Elizon.Grains.Catalog;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;

namespace Elizon.Rules.Tests.Catalog;

public sealed class StockTests
{
    private static readonly AccountId Account = new("ann");
    private static readonly OrderId Order = new("order-1");

    [Fact]
    public void The_last_piece_is_sold_once()
    {
        var stock = Reserved(Limited(1), Order);
        var refusal = Assert.Throws<Refusal>(() => Reserved(stock, new OrderId("order-2")));
        Assert.Equal("stock.soldOut", refusal.Key);
    }

    [Fact]
    public void Reserving_again_takes_no_second_piece() =>
        Assert.Equal(1, Reserved(Reserved(Limited(2), Order), Order).Taken);

    [Fact]
    public void A_retry_for_more_pieces_takes_the_difference()
    {
        var stock = Reserved(Limited(3), Order);
        Assert.Equal(3, Stock.Reserve(stock, Order, Account, 3, CatalogSamples.Now)!.Next.Taken);
    }

    [Fact]
    public void A_stock_that_the_catalogue_never_limited_sells_nothing() =>
        Assert.Throws<Refusal>(() => Reserved(new StockState(), Order));

    [Fact]
    public void A_stock_without_limit_sells_as_many_as_are_asked_for() =>
        Assert.Equal(1, Reserved(Limited(null), Order).Taken);

    [Fact]
    public void Lowering_the_number_keeps_what_is_sold_and_sells_no_more()
    {
        var stock = Told(Reserved(Limited(3), Order), new StockLimited(1));
        Assert.Throws<Refusal>(() => Reserved(stock, new OrderId("order-2")));
    }

    [Fact]
    public void Giving_up_late_takes_nothing_from_a_committed_order()
    {
        var held = Told(Reserved(Limited(1), Order), new StockHeld(Order));
        Assert.Null(Stock.GiveUp(held, Order));
    }

    [Fact]
    public void After_two_minutes_the_account_is_asked_once()
    {
        var stock = Reserved(Limited(1), Order);
        Assert.Equal(CatalogSamples.Now + Stock.Lapse, stock.DueAt);
        var asked = Stock.Ask(stock, "mc-s.fra", stock.DueAt!.Value)!;
        Assert.Equal(
            new Outgoing(Address.Of(Account), new StockAsked("mc-s.fra", Order)),
            Assert.Single(asked.Messages)
        );
        Assert.Null(Stock.Ask(asked.Next, "mc-s.fra", stock.DueAt.Value.AddMinutes(1)));
    }

    [Fact]
    public void While_the_account_is_asked_its_order_cannot_be_reserved_again()
    {
        var asked = Stock
            .Ask(Reserved(Limited(1), Order), "mc-s.fra", CatalogSamples.Now + Stock.Lapse)!
            .Next;
        Assert.Equal("stock.settling", Assert.Throws<Refusal>(() => Reserved(asked, Order)).Key);
    }

    [Fact]
    public void A_held_order_is_never_asked_about() =>
        Assert.Null(Told(Reserved(Limited(1), Order), new StockHeld(Order)).DueAt);

    [Fact]
    public void A_refund_of_one_piece_puts_one_back()
    {
        var sold = Told(
            Stock.Reserve(Limited(3), Order, Account, 3, CatalogSamples.Now)!.Next,
            new StockConfirmed(Order)
        );
        Assert.Equal(2, Told(sold, new StockReleased(Order, 1)).Taken);
    }

    /// <summary>Any calls and messages in any order, each possibly repeated: pieces out never exceed the limit in force when they were reserved, and nothing is lost or made.</summary>
    [Fact]
    public void No_interleaving_sells_more_than_there_is()
    {
        var order = Gen.Int[1, 6].Select(n => new OrderId($"order-{n}"));
        var step = Gen.OneOf<Func<StockState, DateTimeOffset, Change<StockState>?>>(
            Gen.Select<OrderId, int, Func<StockState, DateTimeOffset, Change<StockState>?>>(
                order,
                Gen.Int[1, 3],
                (o, n) => (s, now) => Stock.Reserve(s, o, Account, n, now)
            ),
            order.Select<OrderId, Func<StockState, DateTimeOffset, Change<StockState>?>>(o =>
                (s, _) => Stock.GiveUp(s, o)
            ),
            order.Select<OrderId, Func<StockState, DateTimeOffset, Change<StockState>?>>(o =>
                (s, _) => Stock.Receive(s, new StockHeld(o))
            ),
            order.Select<OrderId, Func<StockState, DateTimeOffset, Change<StockState>?>>(o =>
                (s, _) => Stock.Receive(s, new StockConfirmed(o))
            ),
            Gen.Select<OrderId, int, Func<StockState, DateTimeOffset, Change<StockState>?>>(
                order,
                Gen.Int[0, 3],
                (o, n) => (s, _) => Stock.Receive(s, new StockReleased(o, n == 0 ? null : n))
            ),
            Gen.Const<Func<StockState, DateTimeOffset, Change<StockState>?>>(
                (s, now) => Stock.Ask(s, "mc-s.fra", now)
            )
        );
        Gen.Select(Gen.Int[0, 5], Gen.Select(step, Gen.Int[0, 180]).Array[0, 60])
            .Sample(
                (pieces, steps) =>
                {
                    var (stock, now) = (Limited(pieces), CatalogSamples.Now);
                    foreach (var (act, seconds) in steps)
                    {
                        now = now.AddSeconds(seconds);
                        for (var repeat = 0; repeat < 2; repeat++)
                            stock = Try(stock, now, act);
                        Assert.InRange(stock.Taken, 0, pieces);
                        Assert.All(stock.Reserved.Values, r => Assert.True(r.Pieces > 0));
                        Assert.All(stock.Sold.Values, n => Assert.True(n > 0));
                        Assert.Empty(stock.Reserved.Keys.Intersect(stock.Sold.Keys));
                    }
                }
            );
    }

    private static StockState Try(
        StockState stock,
        DateTimeOffset now,
        Func<StockState, DateTimeOffset, Change<StockState>?> act
    )
    {
        try
        {
            return act(stock, now)?.Next ?? stock;
        }
        catch (Refusal)
        {
            return stock;
        }
    }

    private static StockState Limited(int? pieces) =>
        Told(new StockState(), new StockLimited(pieces));

    private static StockState Reserved(StockState stock, OrderId order) =>
        Stock.Reserve(stock, order, Account, 1, CatalogSamples.Now)?.Next ?? stock;

    private static StockState Told(StockState stock, Message message) =>
        Stock.Receive(stock, message)?.Next ?? stock;
}
