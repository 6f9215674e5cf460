using Elizon.Billing;

namespace Elizon.Grains.Tests.Billing;

public sealed class OrderTests(AccountCluster fixture) : AccountTest(fixture)
{
    [Fact]
    public async Task Too_little_balance_is_refused_and_creates_nothing()
    {
        await TopUp("poor", 998);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => Pay("poor", 999));
        Assert.Equal((RefusalKind.PaymentRequired, "balance.tooLow"), (refusal.Kind, refusal.Key));
        Assert.Empty(await Invoices("poor"));
        Assert.Equal(
            0L,
            await Cluster.Scalar<long>(
                "select (select count(*) from customer_order where account = 'poor') + (select count(*) from sold_unit where account = 'poor')"
            )
        );
        Assert.Equal(new Money(998), await Account("poor").Balance());
        await Audited();
    }

    [Fact]
    public async Task Enough_balance_gives_a_numbered_paid_invoice_at_once()
    {
        await TopUp("rich", 5000);
        var result = await Pay("rich", 999, 2, "alpha");
        await Cluster.Quiet();

        Assert.Matches("^RE-2026-[0-9]{6}$", result.Invoice.Number);
        Assert.Equal(InvoiceStatus.Paid, result.Invoice.Status);
        Assert.Equal(["alpha 1", "alpha 2"], result.Services.Select(s => s.Name));
        var detail = await Invoice("rich", result.Invoice.Id);
        Assert.Equal(
            (result.Invoice.Number, InvoiceStatus.Paid, new Money(1998), new Money(1998)),
            (detail.Number, detail.Status, detail.Total, detail.Paid)
        );
        Assert.Equal((new Money(1679), new Money(319)), (detail.Net, detail.Tax));
        Assert.Equal(new Money(3002), await Account("rich").Balance());
        await Audited();
    }

    [Fact]
    public async Task Each_paid_piece_is_ordered_once_at_its_price()
    {
        await TopUp("pieces", 5000);
        var result = await Pay("pieces", 999, 2, "beta");
        await Cluster.Quiet();
        var opened = await Cluster.Orders();
        var orders = result.Services.Select(s => opened.Single(o => o.Id == s.Id)).ToArray();
        Assert.All(orders, o => Assert.Equal(new Money(999), o.Price));
        Assert.All(orders, o => Assert.Equal(result.Invoice.Id, o.Invoice));
    }

    [Fact]
    public async Task Order_and_invoice_are_mailed_with_the_number()
    {
        await TopUp("mailed", 5000);
        var result = await Pay("mailed", 999);
        await Cluster.Quiet();
        var mails = Cluster
            .Mails.To("mailed@customer.example")
            .Where(m => m.Text.Contains(result.Invoice.Number!, StringComparison.Ordinal))
            .Select(m => m.Subject)
            .Order();
        Assert.Equal(["Ihre Bestellung bei elizon", $"Rechnung {result.Invoice.Number}"], mails);
    }

    [Fact]
    public async Task A_repeat_of_an_order_gets_the_first_answer_and_pays_once()
    {
        await TopUp("again", 5000);
        var order = Shop.Order("again", PaymentMethod.Guthaben, Shop.Offer());
        var first = await Account("again").Place(order, Shop.By("again", "op"));
        var second = await Account("again").Place(order, Shop.By("again", "op"));
        Assert.Equal(first.Result.Invoice, second.Result.Invoice);
        Assert.Equal(first.Result.Services, second.Result.Services);
        Assert.Empty(second.Paid);
        Assert.Equal(new Money(4001), await Account("again").Balance());
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        await TopUp("other", 5000);
        var order = Shop.Order("other", PaymentMethod.Guthaben, Shop.Offer());
        await Account("other").Place(order, Shop.By("other", "op"));
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            Account("other").Place(order, Shop.By("other", "op", "another body"))
        );
        Assert.Equal("idempotency.otherBody", refusal.Key);
    }

    [Fact]
    public async Task A_price_that_is_not_the_one_shown_is_refused()
    {
        await TopUp("shown", 5000);
        var order = Shop.Order("shown", PaymentMethod.Guthaben, Shop.Offer()) with
        {
            ExpectedTotal = new Money(998),
        };
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            Account("shown").Place(order, Shop.By("shown"))
        );
        Assert.Equal("cart.priceChanged", refusal.Key);
    }

    [Fact]
    public async Task Two_hundred_parallel_orders_spend_the_balance_exactly_once()
    {
        await TopUp("racer", 999 * 3);
        var tries = await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(async _ =>
                {
                    try
                    {
                        return (await Pay("racer", 999)).Invoice.Number;
                    }
                    catch (Refusal refusal) when (refusal.Key == "balance.tooLow")
                    {
                        return null;
                    }
                })
        );
        Assert.Equal(3, tries.OfType<string>().Distinct().Count());
        Assert.Equal(Money.Zero, await Account("racer").Balance());
        await Audited();
    }

    [Fact]
    public async Task Numbers_have_no_hole_under_parallel_orders_of_many_customers()
    {
        var users = Enumerable.Range(0, 20).Select(i => $"many{i}").ToArray();
        await Task.WhenAll(users.Select(u => TopUp(u, 999 * 3)));
        await Task.WhenAll(users.SelectMany(u => Enumerable.Repeat(u, 5)).Select(Try));
        Assert.Equal(
            60L,
            await Cluster.Scalar<long>(
                "select count(*) from invoice_document where account like 'many%'"
            )
        );
        await Audited();

        async Task Try(string user)
        {
            try
            {
                await Pay(user, 999);
            }
            catch (Refusal refusal) when (refusal.Key == "balance.tooLow")
            {
                // Two of five tries find nothing left.
            }
        }
    }

    [Fact]
    public async Task A_stranger_sees_no_invoice()
    {
        await TopUp("owner", 5000);
        var result = await Pay("owner", 999);
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            Invoice("stranger", result.Invoice.Id)
        );
        Assert.Equal(RefusalKind.NotFound, refusal.Kind);
    }

    [Fact]
    public async Task Bank_transfer_is_refused_clearly()
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            Account("sepa")
                .Place(Shop.Order("sepa", PaymentMethod.Sepa, Shop.Offer()), Shop.By("sepa"))
        );
        Assert.Equal(
            (RefusalKind.Conflict, "payment.methodUnavailable"),
            (refusal.Kind, refusal.Key)
        );
    }

    [Fact]
    public async Task A_cart_at_its_limits_is_one_order_in_one_commit()
    {
        await TopUp("big", 999 * 400);
        var placed = await Account("big")
            .Place(
                Shop.Order(
                    "big",
                    PaymentMethod.Guthaben,
                    [.. Enumerable.Range(0, 20).Select(_ => Shop.Offer(quantity: 20))]
                ),
                Shop.By("big")
            );
        await Cluster.Quiet();
        Assert.Equal(400, placed.Result.Services.DistinctBy(s => s.Id).Count());
        Assert.Equal(400, (await Cluster.Orders()).Count(o => o.Owner.Value == "big"));
        Assert.Equal(Money.Zero, await Account("big").Balance());
        await Audited();
    }

    [Fact]
    public async Task A_free_order_needs_no_money()
    {
        var result = await Pay("free", 0);
        Assert.Equal(
            (InvoiceStatus.Paid, Money.Zero),
            (result.Invoice.Status, result.Invoice.Total)
        );
        await Audited();
    }
}
