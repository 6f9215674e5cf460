using System.Security.Cryptography;
using Elizon.Catalog;
using Elizon.Coupons;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Catalog;
using Elizon.Grains.Storage;
using Elizon.Grains.Subscriptions;
using Elizon.Services;
using Elizon.Subscriptions;
using Microsoft.Extensions.Options;

namespace Elizon.Rules.Tests.Subscriptions;

/// <summary>A contract that is played by its rules alone: what is paid is summed, what a day is worth is written down day by day.</summary>
internal sealed class Contract
{
    public static readonly House House = new(Options.Create(new BillingOptions()));
    public static readonly DateTimeOffset Start = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly FirstDay = House.DayOf(Start);
    public static readonly Caller By = new(
        UserId.Of("user1"),
        CallerKind.Session,
        "session/1",
        Permission.None,
        Start
    );

    /// <summary>2 GiB, 10 GiB, two cores for 9.99; a GiB more is 1.20, ten of disk 0.90, a core 2.50, each per 30 days.</summary>
    public static readonly ProductSizes Sizes = new(
        ProductId.Of("minecraft-s"),
        new PlanLimits(2048, 10_240, 200),
        [new PriceView(30, new Money(999), 1), new PriceView(7, new Money(259), 1)],
        [
            Size(PlanResource.Memory, 65_536, 1024, 120, 28),
            Size(PlanResource.Disk, 102_400, 10_240, 90, 21),
            Size(PlanResource.Cpu, 1600, 100, 250, 58),
        ]
    );

    private readonly SortedDictionary<DateOnly, decimal> _days = [];

    public Contract(DiscountTerms? discount = null, Money? paid = null, int cycle = 30)
    {
        var list = Sizes.Prices.First(p => p.BillingCycle == cycle).Price;
        var order = new ServiceOrder(
            ServiceId.Of("service1"),
            UserId.Of("user1"),
            OrderId.Of("order1"),
            InvoiceId.Of("invoice1"),
            0,
            "world",
            Sizes.Product,
            "Minecraft S",
            cycle,
            paid ?? list,
            Plan().With(Sizes.Limits),
            Start,
            list,
            discount,
            list
        );
        Keep(
            Renewing
                .Begin(new SubscriptionState(), new SubscriptionBegan(order, Start), House)!
                .Next
        );
        Charged = (paid ?? list).Cents;
        Value();
    }

    public SubscriptionState State { get; private set; } = new();

    /// <summary>Cents.</summary>
    public long Charged { get; private set; }

    /// <summary>What the days that were given are worth.</summary>
    public decimal Given { get; private set; }

    public int Renewals { get; private set; }

    /// <summary>What all days from the first to the last that is paid are worth, each at the size it had.</summary>
    public decimal Worth => _days.Values.Sum();

    public UpgradeTerms Terms(PlanLimits limits, DateTimeOffset now)
    {
        var from = PaidTime.FirstWhole(State, House, now);
        return new UpgradeTerms(
            Convert.ToHexString(RandomNumberGenerator.GetBytes(8)),
            State.Order!.Id,
            UpgradeTerms.BasisOf(State),
            limits,
            from,
            SizePrices.Of(
                Sizes,
                State.Order.Plan.Limits(),
                limits,
                PaidTime.From(State, from).Select(s => s.Days).Append(State.Cycle)
            ),
            Money.Zero,
            "EUR",
            now.AddMinutes(15)
        );
    }

    /// <summary>Changes the size and has the provider make it.</summary>
    public UpgradePlan Change(PlanLimits limits, DateTimeOffset now)
    {
        var terms = Terms(limits, now);
        var plan = UpgradePlan.Of(State, terms);
        Keep(
            Upgrading
                .Begin(State, terms, new ChangeOrder("", false, false), plan.Kind, By, now)
                .Next
        );
        Keep(Upgrading.Charged(State, plan, House, now).Next);
        Keep(Upgrading.Reached(State, new SizeReached(terms.Change))!.Next);
        Charged += plan.Charge.Cents;
        Value(terms.From);
        return plan;
    }

    public void Renew()
    {
        var bill = SubscriptionPrices.Bill(State, atOnce: false, "de");
        Assert.Equal(State.PaidDay, bill.From);
        var total = bill.Price - bill.Discount;
        Keep(
            Renewing.Billed(State, bill, new RenewalBilled(bill.Invoice, total, true), House).Next
        );
        Charged += total.Cents;
        Renewals++;
        Value(bill.From);
    }

    public void Give(SubscriptionOffer offer)
    {
        var day = State.PaidDay;
        Keep(Changing.Give(State, offer, House, By).Next);
        Value(day);
        Given += _days.Where(d => d.Key >= day).Sum(d => d.Value);
    }

    public void Keep(SubscriptionState state)
    {
        // What is not stored must not be needed.
        State = Json.Read<SubscriptionState>(Json.Write(state));
        Assert.Equal(State.PaidDay, State.Spans[^1].Until);
        Assert.Equal(House.At(State.PaidDay, State.At), State.PaidUntil);
        Assert.Equal(State.Spans.Select(s => s.Until).Order(), State.Spans.Select(s => s.Until));
    }

    /// <summary>Writes down what each day is worth from now on.</summary>
    private void Value(DateOnly? from = null)
    {
        var day = from ?? FirstDay;
        foreach (var later in _days.Keys.Where(d => d >= day).ToArray())
            _days.Remove(later);
        foreach (var span in PaidTime.From(State, day))
            for (; day < span.Until; day = day.AddDays(1))
                _days[day] = PaidTime.PerDay(State.Order!, span);
    }

    private static ServicePlan Plan() =>
        new(
            ProviderId.Of("panel-1"),
            "pterodactyl",
            LocationId.Of("fra"),
            "Frankfurt",
            null,
            null,
            null,
            [],
            1,
            1,
            1,
            0,
            500,
            0,
            1,
            0
        );

    private static ResourceSize Size(
        PlanResource resource,
        int max,
        int step,
        long month,
        long week
    ) => new(resource, max, step, new() { [30] = new Money(month), [7] = new Money(week) }, true);
}
