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
}
