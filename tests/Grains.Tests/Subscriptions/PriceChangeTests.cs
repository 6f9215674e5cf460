using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;
using Elizon.Grains.Subscriptions;
using Elizon.Grains.Tests.Billing;
using Elizon.Services;
using Elizon.Subscriptions;

namespace Elizon.Grains.Tests.Subscriptions;

/// <summary>A new price for all contracts of a product. Each test has a product of its own.</summary>
public sealed class PriceChangeTests(AccountCluster fixture) : SubscriptionTest(fixture)
{
    private static readonly Money After = new(1_299);

    private DateOnly Today => DateOnly.FromDateTime(Cluster.Clock.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task Renewals_bill_it_from_its_day_on_and_customers_hear_of_it_once()
    {
        await Begin("rise-a", "rise", Price);
        await Begin("rise-own", "rise", new Money(500));
        await Begin("rise-long", "rise", new Money(2_999), 90);
        foreach (var user in new[] { "rise-a", "rise-own", "rise-long" })
            await TopUp(user, 20_000);
        var terms = Terms("rise", Today.AddDays(45));

        var announced = await Desk.Announce(terms, Shop.Staff("rise"));
        await Cluster.RunDue();
        await Desk.Announce(terms, Shop.Staff("rise"));
        await Advance(90);

        Assert.Equal([999, 1_299, 1_299], await Billed("rise-a"));
        Assert.Equal([500, 650, 650], await Billed("rise-own"));
        Assert.Equal([2_999], await Billed("rise-long"));
        Assert.Equal((2, 1), (announced.Contracts, announced.OwnPrice));
        var view = await Desk.Show(announced.Id!.Value);
        Assert.Equal((2, 2), (view.Visited, view.Told));
        Assert.NotNull(view.DoneAt);
        Assert.Equal(
            announced.Id,
            Assert
                .Single(
                    (await Desk.List(PageRequest.Of(1, 100))).Items,
                    c => c.Product == terms.Product
                )
                .Id
        );
        Assert.Equal(
            (1, 1, 0),
            (PriceMails("rise-a"), PriceMails("rise-own"), PriceMails("rise-long"))
        );
        await Audited();
    }

    [Fact]
    public async Task A_look_counts_and_changes_nothing()
    {
        await Begin("look-a", "look", Price);
        await Begin("look-own", "look", new Money(500));

        var view = await Desk.Preview(Terms("look", Today.AddDays(45)));
        await Cluster.RunDue();

        Assert.Equal((null, 2, 1, Price), (view.Id, view.Contracts, view.OwnPrice, view.Before));
        Assert.Null((await Show("look-a")).AnnouncedPrice);
        Assert.Equal(0, PriceMails("look-a"));
    }

    [Fact]
    public async Task A_rise_needs_its_notice_and_a_fall_does_not()
    {
        await Assert.ThrowsAsync<Refusal>(() =>
            Desk.Announce(Terms("soon", Today.AddDays(41)), Shop.Staff("soon"))
        );
        var fall = Terms("soon", Today) with { Price = new Money(899) };
        Assert.NotNull((await Desk.Announce(fall, Shop.Staff("fall"))).Id);
    }

    [Fact]
    public async Task A_contract_that_hears_late_keeps_its_price_for_its_own_notice()
    {
        await Begin("late", "late", Price);
        await Told(
            "late",
            new PriceAnnounced(PriceChangeId.Of("late-change"), 30, Price, After, Today.AddDays(5))
        );
        Assert.Equal(Today.AddDays(42), (await Show("late")).AnnouncedFrom);
    }

    [Fact]
    public async Task A_price_that_holds_already_stays_when_the_next_one_is_announced()
    {
        await Begin("twice", "twice", Price);
        await TopUp("twice", 20_000);
        await Desk.Announce(Terms("twice", Today.AddDays(43)), Shop.Staff("twice-1"));
        await Cluster.RunDue();
        // The period that begins on day 60 costs the first new price, and is not billed yet.
        await Advance(50);
        var second = new PriceChangeTerms(
            Product("twice"),
            30,
            new Money(1_599),
            Today.AddDays(42),
            After
        );
        await Desk.Announce(second, Shop.Staff("twice-2"));
        await Cluster.RunDue();
        await Advance(80);

        Assert.Equal([999, 1_299, 1_299, 1_599], await Billed("twice"));
        Assert.Equal(2, PriceMails("twice"));
        await Audited();
    }

    private IPriceChangeDesk Desk => Cluster.Grains.PriceChangeDesk();

    private static ProductId Product(string name) => ProductId.Of($"product-{name}");

    private static PriceChangeTerms Terms(string product, DateOnly from) =>
        new(Product(product), 30, After, from, Price);

    private async Task Begin(string user, string product, Money price, int cycle = 30)
    {
        await Verified(user);
        var order = OrderOf(user, cycle: cycle) with
        {
            Product = Product(product),
            Price = price,
            ListPrice = price,
            CataloguePrice = price,
        };
        await Told(user, new SubscriptionBegan(order, Cluster.Clock.GetUtcNow()));
        await Cluster.Quiet();
    }

    private async Task<IEnumerable<long>> Billed(string user) =>
        (await Invoices(user)).OrderBy(i => i.IssuedOn).Select(i => i.Total.Cents);

    private int PriceMails(string user) =>
        Cluster
            .Mails.To($"{user}@customer.example")
            .Count(m => m.Subject.StartsWith("Neuer Preis", StringComparison.Ordinal));
}
