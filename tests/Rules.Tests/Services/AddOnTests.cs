using Elizon.Catalog;
using Elizon.Grains.Billing;
using Elizon.Grains.Catalog;
using Elizon.Grains.Checkout;
using Elizon.Grains.Providers;
using Elizon.Grains.Services;
using Elizon.Grains.Storage;
using Elizon.Grains.Subscriptions;
using Elizon.Services;
using Microsoft.Extensions.Options;

namespace Elizon.Rules.Tests.Services;

/// <summary>What is added to a running service, from its price to its end.</summary>
public sealed class AddOnTests
{
    private static readonly House House = new(Options.Create(new BillingOptions()));
    private static readonly AddOnPrices Prices = new(new Money(300), new Money(100), 5_120);
    private static readonly DateOnly Today = House.DayOf(Samples.Start);

    [Theory]
    [InlineData(30, 300)]
    [InlineData(10, 100)]
    [InlineData(1, 10)]
    public void The_first_charge_is_the_share_of_the_days_that_are_left(int days, long cents)
    {
        var faults = new CartFaults();
        var offer = AddOnOffers.Of(
            Item(AddOnKind.Address),
            "items[0]",
            Base(days),
            Prices,
            Today,
            faults
        )!;
        Assert.Equal((new Money(cents), new Money(300)), (offer.Gross, offer.AddOn!.Price));
        Assert.Equal(Today.AddDays(days), offer.AddOn.Until);
    }

    [Fact]
    public void Product_and_cycle_are_the_services()
    {
        string Refused(CartItem item)
        {
            var faults = new CartFaults();
            Assert.Null(AddOnOffers.Of(item, "items[0]", Base(9), Prices, Today, faults));
            return Assert.Throws<Refusal>(faults.Throw).Key;
        }
        var item = Item(AddOnKind.Storage);
        Assert.Equal("cart.invalid", Refused(item with { BillingCycle = 7 }));
        Assert.Equal("cart.invalid", Refused(item with { ProductId = new ProductId("other") }));
        Assert.Equal("cart.invalid", Refused(item with { Quantity = 0 }));
        Assert.Equal("cart.invalid", Refused(item with { Name = "mine" }));
    }

    [Fact]
    public void An_address_is_added_delivered_and_begins_its_own_contract()
    {
        var asked = AddOns.Ordered(Ready(), Order(AddOnKind.Address), Samples.Start)!.Next;
        Assert.Null(AddOns.Ordered(asked, Order(AddOnKind.Address), Samples.Start));
        var begun = WorkBeginning.Begin(asked, "silo", _ => true, Samples.Start)!;
        Assert.Equal(WorkKind.AddPort, begun.Order!.Kind);

        var done = Report(begun.Change.Next, WorkKind.AddPort, OutcomeKind.Done, Port("18"));

        Assert.Equal("10.0.0.1:25570", done.Next.AddOns![new ServiceId("addon")].Address);
        Assert.Single(Sent<ServiceDelivered>(done), d => d.Service == new ServiceId("addon"));
        Assert.Single(Sent<SubscriptionBegan>(done));
        Assert.Null(done.Next.Current);
    }

    [Fact]
    public void Without_a_free_port_the_money_goes_back()
    {
        var begun = WorkBeginning.Begin(
            AddOns.Ordered(Ready(), Order(AddOnKind.Address), Samples.Start)!.Next,
            "silo",
            _ => true,
            Samples.Start
        )!;
        var done = Report(
            begun.Change.Next,
            WorkKind.AddPort,
            OutcomeKind.Refused,
            null,
            RefusedFor.Capacity
        );
        Assert.Null(done.Next.AddOns);
        Assert.Single(Sent<ServiceUndelivered>(done));
    }

    [Fact]
    public void Disk_is_set_to_the_sum_and_back()
    {
        var begun = WorkBeginning.Begin(
            AddOns.Ordered(Ready(), Order(AddOnKind.Storage), Samples.Start)!.Next,
            "silo",
            _ => true,
            Samples.Start
        )!;
        Assert.Equal((WorkKind.SetDisk, 15_360), (begun.Order!.Kind, begun.Order.AddOn!.Disk));
        Assert.Equal(10_240, begun.Change.Next.ToSummary().Limits.Disk);
        var there = Report(begun.Change.Next, WorkKind.SetDisk, OutcomeKind.Done, null).Next;
        Assert.Equal(15_360, there.ToSummary().Limits.Disk);

        var ending = AddOns.Ended(there, new ServiceId("addon"), Samples.Start)!.Next;
        var removing = WorkBeginning.Begin(ending, "silo", _ => true, Samples.Start)!;
        Assert.Equal(
            (WorkKind.SetDisk, 10_240),
            (removing.Order!.Kind, removing.Order.AddOn!.Disk)
        );
        Assert.Null(
            Report(removing.Change.Next, WorkKind.SetDisk, OutcomeKind.Done, null).Next.AddOns
        );
    }

    [Fact]
    public void With_the_service_its_add_ons_end_and_what_was_not_delivered_is_paid_back()
    {
        var asked = AddOns.Ordered(Ready(), Order(AddOnKind.Address), Samples.Start)!.Next;
        var waiting = ServiceCommanding.Cancel(asked, Samples.By(Samples.Owner), Samples.Start);
        Assert.Single(Sent<ServiceUndelivered>(waiting));

        var begun = WorkBeginning.Begin(asked, "silo", _ => true, Samples.Start)!;
        var there = Report(begun.Change.Next, WorkKind.AddPort, OutcomeKind.Done, Port("18")).Next;
        var ended = ServiceCommanding.Cancel(there, Samples.By(Samples.Owner), Samples.Start);
        Assert.Equal(
            2,
            ended.Messages.Count(m => m.Message is ServiceEnded && m.Target.Kind == "subscription")
        );
        Assert.Null(ended.Next.AddOns);
    }

    [Fact]
    public void Its_contract_has_the_services_calendar_and_tells_it_the_end_alone()
    {
        var order = Order(AddOnKind.Address);
        var began = Renewing.Begin(
            new SubscriptionState(),
            new SubscriptionBegan(order, Samples.Start.AddHours(2)),
            House
        )!;
        Assert.Equal((Today.AddDays(9), order.AddOn!.At), (began.Next.PaidDay, began.Next.At));
        Assert.Equal(new Money(300), began.Next.Price);
        Assert.DoesNotContain(began.Messages, m => m.Target.Kind == "service");
        var ended = Renewing.End(began.Next, "cancelled", Samples.Start);
        var told = Assert.Single(ended.Messages);
        Assert.Equal(
            (order.AddOn.Service.Value, new AddOnEnded(order.Id)),
            (told.Target.Id, told.Message)
        );
    }

    private static ServiceState Ready() => Samples.Delivered() with { CheckAt = null };

    private static CartItem Item(AddOnKind kind) =>
        new(Samples.Order.Product, 30, 1, null, null, new CartAddOn(Samples.Order.Id, kind));

    private static AddOnBase Base(int days) =>
        new(Samples.Order, Today.AddDays(days), new TimeOnly(9, 0), 30);

    private static ServiceOrder Order(AddOnKind kind) =>
        Samples.Order with
        {
            Id = new ServiceId("addon"),
            CataloguePrice = new Money(300),
            AddOn = new SoldAddOn(
                Samples.Order.Id,
                kind,
                kind == AddOnKind.Address ? 1 : 5_120,
                new Money(300),
                Today.AddDays(9),
                new TimeOnly(9, 0)
            ),
        };

    private static ServiceAllocation Port(string id) =>
        new(id, "10.0.0.1", null, 25_570, null, false);

    private static Change<ServiceState> Report(
        ServiceState service,
        WorkKind kind,
        OutcomeKind outcome,
        ServiceAllocation? port,
        RefusedFor why = RefusedFor.None
    ) =>
        WorkReporting.Take(
            service,
            new WorkReport(
                service.Current!.Id,
                service.Current.Attempts,
                kind,
                outcome,
                why,
                null,
                null,
                null,
                port
            ),
            Samples.Start
        )!;

    private static IEnumerable<T> Sent<T>(Change<ServiceState> change) =>
        change.Messages.Select(m => m.Message).OfType<T>();
}
