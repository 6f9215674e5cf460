using Elizon.Catalog;
using Elizon.Grains.Subscriptions;
using Elizon.Grains.Subscriptions.PriceChanges;
using Elizon.Subscriptions;

namespace Elizon.Rules.Tests.Subscriptions;

/// <summary>A new price of the product, as a contract takes it.</summary>
public sealed class AnnouncedPriceTests
{
    private static readonly DateOnly From = Contract.FirstDay.AddDays(60);

    [Fact]
    public void Another_cycle_keeps_a_price_that_is_announced_in_proportion()
    {
        var contract = new Contract();
        Take(contract, 999, 1_332);

        contract.Keep(
            Changing
                .Interval(
                    contract.State,
                    7,
                    [new CyclePrice(30, new Money(999)), new CyclePrice(7, new Money(270))],
                    Contract.House,
                    Contract.By
                )
                .Next
        );

        Assert.Equal(new Money(270), contract.State.Price);
        Assert.Equal(Later(360), contract.State.PriceChange);
    }

    [Fact]
    public void Another_cycle_goes_on_from_a_price_that_holds()
    {
        var contract = new Contract();
        Take(contract, 999, 1_332);
        contract.Renew();

        contract.Keep(
            Changing
                .Interval(
                    contract.State,
                    7,
                    [new CyclePrice(30, new Money(1_332)), new CyclePrice(7, new Money(360))],
                    Contract.House,
                    Contract.By
                )
                .Next
        );

        Assert.Equal(new Money(360), SubscriptionPrices.List(contract.State));
    }

    [Fact]
    public void A_change_of_size_that_is_refused_leaves_the_new_price()
    {
        var contract = new Contract();
        var terms = contract.Terms(new PlanLimits(4096, 10_240, 200), Contract.Start);
        var plan = UpgradePlan.Of(contract.State, terms);
        var ordered = Upgrading.Begin(
            contract.State,
            terms,
            new ChangeOrder("", false, false),
            ChangeKind.Upgrade,
            Contract.By,
            Contract.Start
        );
        contract.Keep(Upgrading.Charged(ordered.Next, plan, Contract.House, Contract.Start).Next);

        Take(contract, 999, 1_332);
        Assert.Equal(new Money(1_652), contract.State.PriceChange!.Price);
        contract.Keep(
            Upgrading
                .Refused(
                    contract.State,
                    new SizeRefused(terms.Change, "full"),
                    Contract.House,
                    Contract.Start
                )!
                .Next
        );

        Assert.Equal(Later(1_332), contract.State.PriceChange);
    }

    [Fact]
    public void A_contract_that_ended_has_taken_it_or_pays_the_same_is_left_alone()
    {
        var contract = new Contract();
        Assert.Null(Taken(contract.State, 999, 999));
        Assert.Null(Taken(contract.State with { EndedAt = Contract.Start }, 999, 1_332));
        Assert.Null(Taken(contract.State with { Cycle = 7 }, 999, 1_332));
        Take(contract, 999, 1_332);
        Assert.Null(Taken(contract.State, 999, 1_332));
    }

    private static PriceChange Later(long price) =>
        new(new Money(price), From) { Announced = PriceChangeId.Of("change1") };

    private static void Take(Contract contract, long before, long after) =>
        contract.Keep(Taken(contract.State, before, after)!.Next);

    private static Grains.Storage.Change<SubscriptionState>? Taken(
        SubscriptionState state,
        long before,
        long after
    ) =>
        AnnouncedPrices.Take(
            state,
            new PriceAnnounced(
                PriceChangeId.Of("change1"),
                30,
                new Money(before),
                new Money(after),
                From
            ),
            Contract.House,
            Contract.Start
        );
}
