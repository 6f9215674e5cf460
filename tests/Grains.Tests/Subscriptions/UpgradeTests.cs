using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Fixtures;
using Elizon.Grains.Catalog;
using Elizon.Grains.Tests.Billing;
using Elizon.Services;
using Elizon.Subscriptions;

namespace Elizon.Grains.Tests.Subscriptions;

/// <summary>Changes of size over the real account and service; the provider keeps its servers in memory.</summary>
public sealed class UpgradeTests(AccountCluster fixture) : SubscriptionTest(fixture)
{
    private static readonly PlanLimits Sold = new(2048, 10_240, 200);

    [Fact]
    public async Task Upgraded_twice_and_downgraded_in_one_period_it_is_billed_to_the_cent()
    {
        await Deliver("twice");
        await TopUp("twice", 5_000);
        var first = Today;

        await Jump(10);
        var one = await Change("twice", 4096);
        var server = await Cluster.Grains.Service(Id("twice")).Show(Shop.By("twice"));
        Assert.Equal((new Money(1_239), 4096), (server.Price, server.Limits.Memory));
        await Jump(5);
        var two = await Change("twice", 7168);
        await Jump(5);
        var down = await Change("twice", 2048);

        // 2 GiB for 20 of 30 days at 2.40, 3 more for 15 at 3.60; then 10 days at 6.00 less, in days of 0.333.
        Assert.Equal((160, 180, 0), (one.Total.Cents, two.Total.Cents, down.Total.Cents));
        Assert.Equal((ChangeKind.Downgrade, 6, 1), (down.Type, down.ExtraDays, down.Rest.Cents));
        await Jump(10);

        var invoices = (await Invoices("twice")).OrderBy(i => i.IssuedOn).ToArray();
        Assert.Equal([160, 180, 998], invoices.Select(i => i.Total.Cents));
        Assert.Equal(
            [
                (first.AddDays(10), first.AddDays(29)),
                (first.AddDays(15), first.AddDays(29)),
                (first.AddDays(36), first.AddDays(65)),
            ],
            await Periods("twice", invoices)
        );
        var line = Assert.Single((await Invoice("twice", invoices[1].Id)).Lines);
        Assert.Contains("4096 → 7168 MiB · 15 Tage", line.Description, StringComparison.Ordinal);
        Assert.Equal(new Money(5_000 - 160 - 180 - 998), await Account("twice").Balance());
        Assert.Equal(
            [4096, 7168, 2048],
            LineDouble.SizesOf(Id("twice")).Select(size => size.Memory)
        );
        var contract = await Show("twice");
        Assert.Equal((new Money(999), new Money(999)), (contract.Price, contract.NextPrice));
        Assert.Equal(first.AddDays(66), DayOf(contract.PeriodEnd));
        Assert.Equal(
            3,
            Cluster
                .Mails.To("twice@customer.example")
                .Count(m => m.Subject.Contains("neue Größe", StringComparison.Ordinal))
        );
        await Audited();
    }

    [Fact]
    public async Task A_quote_that_is_sent_again_and_again_is_charged_once()
    {
        await Deliver("again");
        await TopUp("again", 1_000);
        var quote = await Quote("again", 4096);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => Order("again", quote, $"op-{i % 3}"))
        );

        Assert.Single(answers.Distinct());
        Assert.Single(await Invoices("again"));
        Assert.Equal(new Money(1_000) - quote.Total, await Account("again").Balance());
        await Made("again");
        Assert.Single(LineDouble.SizesOf(Id("again")));
        await Audited();
    }

    [Fact]
    public async Task Without_the_money_nothing_changes_and_the_quote_still_holds()
    {
        await Deliver("poor");
        await TopUp("poor", 100);
        var quote = await Quote("poor", 8192);
        Assert.Equal(
            (RefusalKind.PaymentRequired, "balance.tooLow"),
            await Refused(() => Order("poor", quote))
        );
        Assert.Empty(await Invoices("poor"));
        Assert.Equal(2048, (await Options("poor")).Limits.Memory);

        await TopUp("poor", 2_000);
        await Order("poor", quote);

        Assert.Equal(quote.Total, Assert.Single(await Invoices("poor")).Total);
        Assert.Equal(
            (RefusalKind.Conflict, "quote.changed"),
            await Refused(async () =>
            {
                var stale = await QuoteAfter("poor", 9216, 10_240);
                return await Order("poor", stale);
            })
        );
        await Audited();
    }

    [Fact]
    public async Task A_charge_whose_answer_is_lost_is_made_once_and_the_change_goes_on()
    {
        await Deliver("lost");
        await TopUp("lost", 1_000);
        var quote = await Quote("lost", 4096);
        LostAnswers.LoseOne("Charge", "lost");
        await Assert.ThrowsAnyAsync<Exception>(() => Order("lost", quote));
        Assert.Equal(2048, (await Options("lost")).Limits.Memory);

        await Cluster.AdvanceTo(Cluster.Clock.GetUtcNow().AddMinutes(1));
        await Made("lost");

        Assert.Equal(4096, (await Options("lost")).Limits.Memory);
        Assert.Single(await Invoices("lost"));
        Assert.Equal(new Money(1_000) - quote.Total, await Account("lost").Balance());
        // The customer asks again, late: it was done.
        Assert.Equal(quote.Total, (await Order("lost", quote)).Total);
        Assert.Single(await Invoices("lost"));
        await Audited();
    }

    [Fact]
    public async Task A_size_that_the_provider_refuses_is_paid_back_to_the_cent()
    {
        await Deliver("full");
        await TopUp("full", 1_000);
        var before = await Show("full");
        LineDouble.Refuse(Id("full"));

        await Change("full", 4096);
        await Cluster.Quiet();

        Assert.Equal(before, await Show("full"));
        Assert.Equal(2048, (await Options("full")).Limits.Memory);
        Assert.Equal(new Money(1_000), await Account("full").Balance());
        var documents = await Invoices("full");
        Assert.Equal(2, documents.Length);
        Assert.Equal(Money.Zero, Money.Sum(documents.Select(d => d.Total)));
        Assert.Contains(
            Cluster.Mails.To("full@customer.example"),
            m => m.Subject.Contains("konnte nicht geändert werden", StringComparison.Ordinal)
        );
        await Audited();
    }

    [Fact]
    public async Task A_change_that_was_not_made_when_the_contract_ends_is_paid_back()
    {
        await Deliver("away");
        await TopUp("away", 1_000);
        LineDouble.Refuse(Id("away"), Providers.RefusedFor.Down);
        await Order("away", await Quote("away", 4096));
        Assert.Equal(
            (RefusalKind.Conflict, "upgrade.underWay"),
            await Refused(() => Quote("away", 8192))
        );
        await Contract("away").Cancel(false, Shop.By("away"));

        await Jump(31);

        Assert.Equal(SubscriptionStatus.Ended, (await Show("away")).Status);
        var documents = await Invoices("away");
        Assert.Equal(2, documents.Length);
        Assert.Equal(Money.Zero, Money.Sum(documents.Select(d => d.Total)));
        Assert.Equal(new Money(1_000), await Account("away").Balance());
        await Audited();
    }

    [Fact]
    public async Task A_quote_ends_and_belongs_to_its_service_and_only_the_owner_orders()
    {
        await Deliver("mine");
        await Deliver("other");
        await TopUp("mine", 1_000);
        var quote = await Quote("mine", 4096);
        var order = new ChangeOrder(quote.Quote, false, false);
        Assert.Equal(
            (RefusalKind.Invalid, "quote.invalid"),
            await Refused(() => Contract("other").Upgrade(order, Shop.By("other")))
        );
        Assert.Equal(
            (RefusalKind.NotFound, "notFound"),
            await Refused(() => Contract("mine").Upgrade(order, Shop.By("other")))
        );
        Assert.Equal(
            (RefusalKind.Conflict, "quote.upgrade"),
            await Refused(() => Contract("mine").Downgrade(order, Shop.By("mine")))
        );
        Cluster.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(
            (RefusalKind.Conflict, "quote.expired"),
            await Refused(() => Order("mine", quote))
        );
        Assert.Empty(await Invoices("mine"));
    }

    /// <summary>At once: a server that runs is looked at every ten minutes, which is nothing to step through.</summary>
    private Task Jump(double days)
    {
        Cluster.Clock.Advance(TimeSpan.FromDays(days));
        return Cluster.RunDue();
    }

    private DateOnly Today => DayOf(Cluster.Clock.GetUtcNow());

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    /// <summary>The catalogue sells changes, and the server of this customer runs.</summary>
    private async Task Deliver(string user)
    {
        await Cluster
            .Grains.CatalogAdmin()
            .Apply(
                CatalogSamples.Document(
                    CatalogSamples.Product("minecraft-2g", [new PriceEntry(30, Price)])
                ),
                default,
                CatalogSamples.Staff(Cluster.Clock.GetUtcNow())
            );
        await Verified(user);
        var order = OrderOf(user, null, 30);
        await Cluster
            .Grains.Service(order.Id)
            .Open(order with { Plan = order.Plan with { Provider = LineDouble.Provider } });
        await ElizonCluster.Until(
            async () => await Begun(user),
            $"the server of '{user}' is delivered"
        );
        await Cluster.Quiet();
    }

    private async Task<bool> Begun(string user)
    {
        try
        {
            return (await Show(user)).Status == SubscriptionStatus.Active;
        }
        catch (Refusal)
        {
            return false;
        }
    }

    private Task<UpgradeOptions> Options(string user) => Contract(user).Upgrades(Shop.By(user));

    private Task<UpgradeQuote> Quote(string user, int memory) =>
        Contract(user).QuoteChange(new ResourceWishes(Memory: memory), Shop.By(user));

    /// <summary>A quote of before another change.</summary>
    private async Task<UpgradeQuote> QuoteAfter(string user, int memory, int meanwhile)
    {
        await Made(user);
        var quote = await Quote(user, memory);
        await Change(user, meanwhile);
        return quote;
    }

    private Task<ContractChange> Order(string user, UpgradeQuote quote, string? key = null)
    {
        var order = new ChangeOrder(quote.Quote, false, false);
        return quote.Type == ChangeKind.Upgrade
            ? Contract(user).Upgrade(order, Shop.By(user, key))
            : Contract(user).Downgrade(order, Shop.By(user, key));
    }

    private async Task<ContractChange> Change(string user, int memory)
    {
        var quote = await Quote(user, memory);
        var change = await Order(user, quote);
        Assert.Equal(
            (quote.Type, quote.Total, quote.ExtraDays, quote.PeriodEnd, quote.NewPrice),
            (change.Type, change.Total, change.ExtraDays, change.PeriodEnd, change.NewPrice)
        );
        await Made(user);
        return change;
    }

    private async Task Made(string user)
    {
        await ElizonCluster.Until(
            async () => (await Options(user)).OperationId is null,
            $"the change of '{user}' ended"
        );
        await Cluster.Quiet();
    }

    private async Task<(DateOnly, DateOnly)[]> Periods(string user, InvoiceView[] invoices)
    {
        var periods = new List<(DateOnly, DateOnly)>();
        foreach (var invoice in invoices)
        {
            var line = Assert.Single((await Invoice(user, invoice.Id)).Lines);
            periods.Add((line.PeriodFrom!.Value, line.PeriodTo!.Value));
        }
        return [.. periods];
    }

    private static async Task<(RefusalKind, string)> Refused<T>(Func<Task<T>> call)
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(() => call());
        return (refusal.Kind, refusal.Key);
    }
}
