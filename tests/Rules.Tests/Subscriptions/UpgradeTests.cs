using CsCheck;
using Elizon.Catalog;
using Elizon.Coupons;
using Elizon.Grains.Billing;
using Elizon.Grains.Catalog;
using Elizon.Grains.Services;
using Elizon.Grains.Subscriptions;
using Elizon.Subscriptions;

namespace Elizon.Rules.Tests.Subscriptions;

/// <summary>Changes of size inside a period, to the cent.</summary>
public sealed class UpgradeTests
{
    private static readonly Gen<Act> Acts = Gen.Select(
            Gen.Int[0, 9],
            Gen.Double[0, 12],
            Gen.Int[0, 30],
            Gen.Int[0, 9],
            Gen.Int[0, 14]
        )
        .Select((what, days, memory, disk, cpu) => new Act(what, days, memory, disk, cpu));

    private static readonly Gen<DiscountTerms?> Coupons = Gen.OneOf(
        Gen.Const((DiscountTerms?)null),
        Gen.Int[1, 100].Select(p => (DiscountTerms?)new DiscountTerms("C", p, null, 2)),
        Gen.Int[1, 1_500]
            .Select(a => (DiscountTerms?)new DiscountTerms("C", null, new Money(a), null))
    );

    [Fact]
    public void Any_row_of_changes_charges_what_the_days_are_worth() =>
        Gen.Select(Acts.Array[1, 12], Coupons, Gen.Bool)
            .Sample(
                (acts, coupon, week) =>
                {
                    var contract = Play(acts, coupon, week ? 7 : 30);
                    // Paid and given are what the days are worth and what is over; a renewal lets less than a cent go.
                    var let =
                        contract.Worth + contract.State.Carry - contract.Charged - contract.Given;
                    Assert.InRange(let, -0.001m, contract.Renewals + 0.001m);
                    Assert.True(contract.State.Carry > -1, $"{contract.State.Carry}");
                },
                iter: 400
            );

    [Fact]
    public void A_downgrade_costs_nothing_and_leaves_less_than_a_day() =>
        Gen.Select(Acts.Array[1, 8], Gen.Int[1, 30])
            .Sample(
                (acts, memory) =>
                {
                    var contract = Play(acts, null, 30);
                    var now = Last(contract);
                    contract.Change(Limits(memory, 9, 14), now);
                    var before = contract.State;
                    var plan = contract.Change(Contract.Sizes.Limits, now);
                    Assert.Equal((ChangeKind.Downgrade, Money.Zero), (plan.Kind, plan.Charge));
                    Assert.Equal(before.PaidDay.AddDays(plan.ExtraDays), contract.State.PaidDay);
                    // A day that is full but for a millionth of it is given.
                    Assert.InRange(
                        plan.Carry,
                        -0.001m,
                        PaidTime.PerDay(contract.State.Order!, contract.State.Spans[^1])
                    );
                },
                iter: 100
            );

    [Fact]
    public void Twice_up_and_once_down_by_hand()
    {
        var contract = new Contract();
        // 20 days left, 2 GiB more: 2.40 a period.
        var first = contract.Change(Limits(2, 0, 0), Contract.Start.AddDays(10));
        // 15 days left, a core more: 2.50 a period.
        var second = contract.Change(Limits(2, 0, 1), Contract.Start.AddDays(15));
        // 10 days left, back to what was sold: 10 days at 4.90 a period, in days of 0.333.
        var third = contract.Change(Contract.Sizes.Limits, Contract.Start.AddDays(20));

        Assert.Equal((160, 125), (first.Charge.Cents, second.Charge.Cents));
        Assert.Equal((163, 4), ((int)(third.Worth - third.Cost), third.ExtraDays));
        Assert.Equal(Contract.FirstDay.AddDays(34), contract.State.PaidDay);
        Assert.Equal(new Money(999), contract.State.Price);
        // 163.33 less four days at 33.30: the next period takes 30.13 off, a begun cent for the customer.
        Assert.Equal(30.1333m, decimal.Round(contract.State.Carry, 4));
        Assert.Equal(new Money(999 - 31), contract.State.ToView().NextPrice);
    }

    [Fact]
    public void What_a_downgrade_left_over_lowers_the_next_upgrade()
    {
        var contract = new Contract();
        contract.Change(Limits(2, 0, 0), Contract.Start.AddDays(10));
        contract.Change(Contract.Sizes.Limits, Contract.Start.AddDays(20));
        var over = contract.State.Carry;
        Assert.True(over > 1);
        var again = contract.Change(Limits(1, 0, 0), Contract.Start.AddDays(20));
        Assert.Equal(Money.Round((again.Cost - again.Worth - over) / 100), again.Charge);
    }

    [Fact]
    public void A_started_day_is_used_and_the_last_one_costs_nothing()
    {
        var contract = new Contract();
        Assert.Equal(19, Left(contract, Contract.Start.AddDays(10).AddMinutes(1)));
        Assert.Equal(20, Left(contract, Contract.Start.AddDays(10)));
        var plan = contract.Change(Limits(30, 0, 0), Contract.Start.AddDays(29.5));
        Assert.Equal((Money.Zero, ChangeKind.Upgrade), (plan.Charge, plan.Kind));
        Assert.Equal(new Money(999 + 30 * 120), contract.State.Price);
    }

    [Fact]
    public void A_coupon_for_the_order_alone_cannot_be_turned_into_days()
    {
        // Everything off the first period, on the largest size: nothing was paid, nothing is given.
        var contract = new Contract(paid: Money.Zero);
        contract.Change(Limits(30, 9, 14), Contract.Start);
        var down = contract.Change(Contract.Sizes.Limits, Contract.Start.AddDays(1));
        Assert.Equal((0, 0m), (down.ExtraDays, down.Carry));
        Assert.Equal(0, contract.Charged);
    }

    [Fact]
    public void Paid_ahead_both_periods_count()
    {
        var contract = new Contract();
        contract.Renew();
        var plan = contract.Change(Limits(1, 0, 0), Contract.Start.AddDays(25));
        // 5 days of 30 and all of the next 30.
        Assert.Equal(20 + 120, plan.Charge.Cents);
    }

    [Fact]
    public void Who_pays_another_price_than_the_catalogue_keeps_it_in_proportion()
    {
        var price = new SizePrice(30, new Money(1_000), new Money(1_500));
        Assert.Equal(
            [1_500, 1_200, 0],
            new Money[] { new(1_000), new(800), new(0) }.Select(held => price.Of(held).Cents)
        );
    }

    [Fact]
    public void A_refused_change_leaves_the_contract_as_it_was()
    {
        var contract = new Contract();
        contract.Change(Limits(3, 1, 0), Contract.Start.AddDays(3));
        var before = contract.State;
        var now = Contract.Start.AddDays(8);
        var terms = contract.Terms(Limits(0, 0, 2), now) with { Total = new Money(123) };
        var plan = UpgradePlan.Of(before, terms);
        var charged = Upgrading.Charged(
            Begun(contract, terms, plan.Kind, now),
            plan,
            Contract.House,
            now
        );
        var refused = Upgrading.Refused(
            charged.Next,
            new SizeRefused(terms.Change, "full"),
            Contract.House,
            now
        )!;

        var told = refused.Messages.Select(m => m.Message).OfType<SizeChangeUndone>();
        Assert.Equal(terms.Invoice, Assert.Single(told).Invoice);
        contract.Keep(refused.Next);
        Assert.Equal(
            UpgradeTerms.BasisOf(before with { Changes = before.Changes + 1 }),
            UpgradeTerms.BasisOf(contract.State)
        );
        Assert.Equal(before.RenewAt, contract.State.RenewAt);
        Assert.Null(Upgrading.Reached(contract.State, new SizeReached(terms.Change)));
        // Its quote was charged once and never again.
        Assert.Equal(
            "quote.changed",
            Assert.Throws<Refusal>(() => Begun(contract, terms, plan.Kind, now)).Key
        );
    }

    [Fact]
    public void A_quote_holds_for_its_contract_its_kind_and_its_time()
    {
        var contract = new Contract();
        var now = Contract.Start.AddDays(5);
        var terms = contract.Terms(Limits(1, 0, 0), now);
        string Key(UpgradeTerms quote, ChangeKind kind, DateTimeOffset at) =>
            Assert.Throws<Refusal>(() => Begun(contract, quote, kind, at)).Key;

        Assert.Equal("quote.expired", Key(terms, ChangeKind.Upgrade, terms.ExpiresAt));
        Assert.Equal("quote.upgrade", Key(terms, ChangeKind.Downgrade, now));
        contract.Change(Limits(2, 0, 0), now);
        Assert.Equal("quote.changed", Key(terms, ChangeKind.Upgrade, now));
        Assert.Equal(
            "quote.downgrade",
            Key(contract.Terms(Contract.Sizes.Limits, now), ChangeKind.Upgrade, now)
        );
    }

    [Fact]
    public void While_a_change_is_made_nothing_else_changes_the_price_or_the_time()
    {
        var contract = new Contract();
        var now = Contract.Start.AddDays(5);
        var terms = contract.Terms(Limits(1, 0, 0), now) with { Total = new Money(100) };
        var begun = Begun(contract, terms, ChangeKind.Upgrade, now);
        var made = Upgrading
            .Charged(begun, UpgradePlan.Of(contract.State, terms), Contract.House, now)
            .Next;

        Assert.Equal(now.AddSeconds(30), begun.DueAt);
        Assert.Null(made.DueAt);
        foreach (var state in (SubscriptionState[])[begun, made])
        {
            Assert.Equal(
                "upgrade.underWay",
                Assert
                    .Throws<Refusal>(() =>
                        Changing.Give(state, SubscriptionOffer.Bonus, Contract.House, Contract.By)
                    )
                    .Key
            );
            // A contract that ends takes the change back, charged or not: the account knows.
            var ended = Renewing.End(state, "cancelled", now);
            Assert.Null(ended.Next.UnderWay);
            Assert.Single(ended.Messages.Select(m => m.Message).OfType<SizeChangeUndone>());
        }
    }

    [Fact]
    public void A_withdrawn_invoice_gives_back_what_it_took_off()
    {
        var contract = new Contract();
        contract.Change(Limits(2, 0, 0), Contract.Start.AddDays(10));
        contract.Change(Contract.Sizes.Limits, Contract.Start.AddDays(20));
        var bill = SubscriptionPrices.Bill(contract.State, atOnce: false, "de");
        Assert.Contains("Größenänderung", bill.DiscountNote!, StringComparison.Ordinal);
        var open = Renewing
            .Billed(
                contract.State,
                bill,
                new Grains.Billing.Renewals.RenewalBilled(bill.Invoice, new Money(1), false),
                Contract.House
            )
            .Next;
        Assert.Equal(0, open.Carry);
        var back = Changing.CancelAtEnd(open, Contract.By, Contract.Start.AddDays(25)).Next;
        Assert.Equal(
            SubscriptionPrices.Rest(contract.State, bill.Price),
            SubscriptionPrices.Rest(back, bill.Price)
        );
    }

    [Fact]
    public void Every_size_that_is_not_offered_is_named()
    {
        var refusal = Assert.Throws<Refusal>(() =>
            WantedSize.Of(
                Contract.Sizes,
                Contract.Sizes.Limits,
                new ResourceWishes(Memory: 1024, Disk: 10_241, Databases: 3)
            )
        );
        Assert.Equal(("upgrade.notASize", 3), (refusal.Key, refusal.ValidationErrors.Length));
        Assert.Equal(
            "upgrade.nothing",
            Assert
                .Throws<Refusal>(() =>
                    WantedSize.Of(
                        Contract.Sizes,
                        Contract.Sizes.Limits,
                        new ResourceWishes(Memory: 2048)
                    )
                )
                .Key
        );
    }

    private static Contract Play(Act[] acts, DiscountTerms? coupon, int cycle)
    {
        var list = Contract.Sizes.Prices.First(p => p.BillingCycle == cycle).Price;
        var contract = new Contract(
            coupon,
            SubscriptionPrices.Discounted(coupon, 0, false, list),
            cycle
        );
        var now = Contract.Start;
        foreach (var act in acts)
        {
            now = now.AddDays(act.Days);
            while (now >= contract.State.PaidUntil || (act.What == 0 && Ahead(contract) < 3))
            {
                contract.Renew();
                if (now < contract.State.PaidUntil)
                    break;
            }
            if (act.What == 1 && !contract.State.BonusTaken)
                contract.Give(SubscriptionOffer.Bonus);
            else if (act.What == 2 && !contract.State.Loyal)
                contract.Give(SubscriptionOffer.Loyalty);
            else if (
                act.What > 2
                && Limits(act.Memory, act.Disk, act.Cpu) is var limits
                && limits != contract.State.Order!.Plan.Limits()
            )
                contract.Change(limits, now);
        }
        return contract;

        int Ahead(Contract played) => PaidTime.From(played.State, Contract.House.DayOf(now)).Count;
    }

    private static SubscriptionState Begun(
        Contract contract,
        UpgradeTerms terms,
        ChangeKind kind,
        DateTimeOffset now
    ) =>
        Upgrading
            .Begin(contract.State, terms, new ChangeOrder("", false, false), kind, Contract.By, now)
            .Next;

    private static DateTimeOffset Last(Contract contract) => contract.State.PaidUntil.AddDays(-2.5);

    private static int Left(Contract contract, DateTimeOffset now) =>
        PaidTime.DaysFrom(contract.State, PaidTime.FirstWhole(contract.State, Contract.House, now));

    private static PlanLimits Limits(int memory, int disk, int cpu) =>
        Contract
            .Sizes.Limits.With(PlanResource.Memory, memory * 1024)
            .With(PlanResource.Disk, disk * 10_240)
            .With(PlanResource.Cpu, cpu * 100);

    /// <param name="What">0: pay ahead, 1: bonus, 2: loyalty, else change to that size.</param>
    private sealed record Act(int What, double Days, int Memory, int Disk, int Cpu);
}
