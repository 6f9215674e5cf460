using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Declarations;
using Elizon.Grains.Subscriptions;
using Elizon.Services;
using Elizon.Subscriptions;

namespace Elizon.Grains.Tests.Subscriptions;

/// <summary>Contracts that end by a declaration, and add-ons that end with their service.</summary>
public sealed partial class RenewalTests
{
    [Fact]
    public async Task A_cancellation_declared_without_signing_in_ends_the_contract_with_its_period()
    {
        await Begin("button");
        var wish = Wish("button", DeclarationKind.Cancellation);
        var end = await Ending("button").EndAs(wish);
        Assert.True(end.Done, end.Note);
        Assert.Equal(end, await Ending("button").EndAs(wish));
        Assert.True((await Show("button")).CancelAtPeriodEnd);

        await Advance(40);

        Assert.Equal(SubscriptionStatus.Ended, (await Show("button")).Status);
        Assert.Empty(await Invoices("button"));
    }

    [Fact]
    public async Task An_add_on_renews_beside_its_service_and_not_behind_its_end()
    {
        await Begin("host");
        await TopUp("host", 5_000);
        var parent = await Show("host");
        var ends = TimeZoneInfo.ConvertTime(
            parent.PeriodEnd,
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")
        );
        await Begin(
            Id("hostip"),
            OrderOf("host") with
            {
                Id = Id("hostip"),
                ProductName = "Zusätzliche Adresse",
                CataloguePrice = new Money(300),
                AddOn = new SoldAddOn(
                    Id("host"),
                    AddOnKind.Address,
                    1,
                    new Money(300),
                    DateOnly.FromDateTime(ends.DateTime),
                    TimeOnly.FromDateTime(ends.DateTime)
                ),
            }
        );
        await Advance(31);
        Assert.Equal([300, 999], (await Invoices("host")).Select(i => i.Total.Cents).Order());
        await Contract("host").Cancel(false, Billing.Shop.By("host"));

        await Advance(31);

        Assert.Equal(2, (await Invoices("host")).Length);
        Assert.Equal(SubscriptionStatus.Ended, (await Show("hostip")).Status);
        Assert.Equal((Id("host"), parent.ServiceId), ((await Show("hostip")).AddOnOf, Id("host")));
        Assert.Equal(new Money(5_000 - 1_299), await Account("host").Balance());
        await Audited();
    }

    [Fact]
    public async Task An_add_on_keeps_its_cycle_and_has_no_offers()
    {
        await Begin("guard");
        await Begin(
            Id("guardip"),
            OrderOf("guard") with
            {
                Id = Id("guardip"),
                AddOn = new SoldAddOn(
                    Id("guard"),
                    AddOnKind.Address,
                    1,
                    new Money(300),
                    DateOnly.FromDateTime(Cluster.Clock.GetUtcNow().UtcDateTime).AddDays(30),
                    new TimeOnly(9, 0)
                ),
            }
        );
        var by = Billing.Shop.By("guard");
        foreach (
            var act in new Func<Task>[]
            {
                () => Contract("guardip").SetInterval(7, by),
                () => Contract("guardip").Extend(SubscriptionOffer.Bonus, by),
            }
        )
            Assert.Equal("subscription.addOn", (await Assert.ThrowsAsync<Refusal>(act)).Key);
    }

    private IContractEnding Ending(string user) => Cluster.Grains.ContractEnding(Id(user));

    private DeclaredWish Wish(string user, DeclarationKind kind) =>
        new(
            DeclarationId.Of($"d-{user}"),
            kind,
            CancellationType.Ordinary,
            null,
            UserId.Of(user),
            true,
            Cluster.Clock.GetUtcNow()
        );

    private async Task Begin(ServiceId service, ServiceOrder order)
    {
        await Told(service, new SubscriptionBegan(order, Cluster.Clock.GetUtcNow()));
        await Cluster.Quiet();
    }
}
