using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Grains.Billing;
using Elizon.Grains.Catalog;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;
using Elizon.Payments;

namespace Elizon.Grains.Tests.Billing;

public sealed class StockRaceTests(AccountCluster fixture) : AccountTest(fixture)
{
    [Fact]
    public async Task Two_hundred_parallel_checkouts_of_the_last_item_have_one_winner_and_nobody_else_pays()
    {
        string[] users = [.. Enumerable.Range(0, 8).Select(i => $"rush{i}")];
        foreach (var user in users)
            await TopUp(user, 100_000);
        await Limit("last.fra", 1);

        var won = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(i => Buy(users[i % users.Length], "last.fra"))
        );
        await Cluster.Quiet();

        var winner = Assert.Single(won.OfType<string>());
        foreach (var user in users)
            Assert.Equal(
                new Money(user == winner ? 99_001 : 100_000),
                await Account(user).Balance()
            );
        Assert.Equal((1, 0, 1), await Level("last.fra"));
        Assert.Equal(
            1L,
            await Cluster.Scalar<long>(
                "select count(*) from customer_order where account like 'rush%'"
            )
        );
        await Audited();
    }

    [Fact]
    public async Task An_order_over_two_stocks_takes_both_or_none()
    {
        await TopUp("both", 100_000);
        await Limit("full.fra", 5);
        await Limit("gone.hel", 0);
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            Account("both")
                .Place(
                    Shop.Order(
                        "both",
                        PaymentMethod.Guthaben,
                        Shop.Offer(stock: "full.fra"),
                        Shop.Offer(stock: "gone.hel")
                    ),
                    Shop.By("both")
                )
        );
        Assert.Equal("stock.soldOut", refusal.Key);
        Assert.Equal((5, 0, 0), await Level("full.fra"));
        Assert.Equal(new Money(100_000), await Account("both").Balance());
    }

    [Fact]
    public async Task Too_little_balance_touches_no_stock()
    {
        await Limit("untouched.fra", 1);
        await Assert.ThrowsAsync<Refusal>(() =>
            Account("broke")
                .Place(
                    Shop.Order("broke", PaymentMethod.Guthaben, Shop.Offer(stock: "untouched.fra")),
                    Shop.By("broke")
                )
        );
        Assert.Equal((1, 0, 0), await Level("untouched.fra"));
    }

    [Fact]
    public async Task A_draft_holds_its_stock_and_its_payment_sells_it()
    {
        await Limit("held.fra", 1);
        var placed = await Draft("holder", 999, "held.fra");
        await Cluster.Quiet();
        Assert.Equal((1, 1, 0), await Level("held.fra"));
        await Tell(
            "holder",
            new PaymentReceived(
                placed.Payment!.Id,
                PaymentPurpose.Invoice,
                placed.Result.Invoice.Id,
                new Money(999),
                "tr_holder",
                "ideal"
            )
        );
        await Cluster.Quiet();
        Assert.Equal((1, 0, 1), await Level("held.fra"));
    }

    [Fact]
    public async Task An_undelivered_piece_goes_back_on_the_shelf()
    {
        await TopUp("shelf", 100_000);
        await Limit("shelf.fra", 3);
        var placed = await Account("shelf")
            .Place(
                Shop.Order(
                    "shelf",
                    PaymentMethod.Guthaben,
                    Shop.Offer(quantity: 2, stock: "shelf.fra")
                ),
                Shop.By("shelf")
            );
        await Cluster.Quiet();
        await Tell(
            "shelf",
            new ServiceUndelivered(
                placed.Result.Services[1].Id,
                placed.Result.Invoice.Id,
                0,
                "no room"
            )
        );
        await Cluster.Quiet();
        Assert.Equal((3, 0, 1), await Level("shelf.fra"));
    }

    [Theory]
    [InlineData("asked-paid", 0, 1)]
    [InlineData("asked-unknown", 0, 0)]
    public async Task A_stock_that_asks_is_told_what_became_of_the_order(
        string user,
        int reserved,
        int sold
    )
    {
        var stock = $"{user}.fra";
        await TopUp(user, 100_000);
        await Limit(stock, 1);
        var order = NewId.Derived<OrderId>(user);
        if (sold > 0)
            order = await Placed(user, stock);
        else
            await Cluster.Grains.Stock(stock).Reserve(order, AccountId.Of(user), 1);
        await Tell(user, new StockAsked(stock, order));
        await Cluster.Quiet();
        Assert.Equal((1, reserved, sold), await Level(stock));
    }

    [Fact]
    public async Task A_lapsed_draft_gives_its_stock_back_and_a_late_payment_becomes_balance()
    {
        await Limit("lapsing.fra", 1);
        var placed = await Draft("lapsing", 999, "lapsing.fra");
        var payment = placed.Payment!;
        await Tell(
            "lapsing",
            new PaymentEnded(payment.Id, PaymentPurpose.Invoice, payment.Invoice, "expired")
        );
        await Cluster.AdvanceTo(Cluster.Clock.GetUtcNow().AddHours(25));
        Assert.Equal((1, 0, 0), await Level("lapsing.fra"));

        await Tell(
            "lapsing",
            new PaymentReceived(
                payment.Id,
                PaymentPurpose.Invoice,
                payment.Invoice,
                new Money(999),
                "tr_lapsing",
                "banktransfer"
            )
        );
        await Cluster.Quiet();
        Assert.Equal(new Money(999), await Account("lapsing").Balance());
        Assert.Contains(
            Cluster.Mails.To("lapsing@customer.example"),
            m => m.Subject.Contains("auf Ihrem Guthaben", StringComparison.Ordinal)
        );
        await Audited();
    }

    private async Task<OrderId> Placed(string user, string stock)
    {
        var placed = await Account(user)
            .Place(
                Shop.Order(user, PaymentMethod.Guthaben, Shop.Offer(stock: stock)),
                Shop.By(user)
            );
        return placed.Paid[0].Order;
    }

    private async Task<string?> Buy(string user, string stock)
    {
        try
        {
            await Placed(user, stock);
            return user;
        }
        catch (Refusal refusal) when (refusal.Key == "stock.soldOut")
        {
            return null;
        }
    }

    private Task Limit(string stock, int pieces) =>
        Cluster
            .Grains.GetGrain<IInbox>(GrainId.Create("stock", stock))
            .Receive(
                new Delivery(
                    NextDelivery(),
                    "catalog/main",
                    "stock.limited",
                    Json.Write(new StockLimited(pieces))
                )
            );

    private async Task<(int Pieces, int Reserved, int Sold)> Level(string stock)
    {
        await using var command = Cluster.Database.CreateCommand(
            $"select pieces, reserved, sold from stock_level where stock = '{stock}'"
        );
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2));
    }
}
