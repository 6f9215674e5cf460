using Elizon.Billing;
using Elizon.Coupons;
using Elizon.Fixtures;
using Elizon.Grains.Scheduling;
using Elizon.Grains.Subscriptions;
using Elizon.Grains.Tests.Billing;
using Elizon.Subscriptions;

namespace Elizon.Grains.Tests.Subscriptions;

public sealed partial class RenewalTests(AccountCluster fixture) : SubscriptionTest(fixture)
{
    [Fact]
    public async Task What_is_not_paid_is_dunned_suspended_and_runs_again_with_the_money()
    {
        await Begin("late");
        await Advance(32);
        Assert.Equal(SubscriptionStatus.Active, (await Show("late")).Status);
        await Advance(2);
        Assert.Equal(SubscriptionStatus.PastDue, (await Show("late")).Status);
        Assert.Equal(InvoiceStatus.Overdue, Assert.Single(await Invoices("late")).Status);

        await TopUp("late", 999);
        await Cluster.Quiet();

        var contract = await Show("late");
        Assert.Equal((SubscriptionStatus.Active, null), (contract.Status, contract.OpenInvoice));
        Assert.Equal(InvoiceStatus.Paid, Assert.Single(await Invoices("late")).Status);
        Assert.Equal(Money.Zero, await Account("late").Balance());
        await Audited();
    }

    [Fact]
    public async Task What_is_never_paid_ends_with_a_cancellation_to_the_cent()
    {
        await Begin("never");
        await Advance(60);

        Assert.Equal(SubscriptionStatus.Ended, (await Show("never")).Status);
        var documents = await Invoices("never");
        Assert.Equal(
            [InvoiceKind.Cancellation, InvoiceKind.Invoice],
            documents.Select(d => d.Kind).Order().Reverse()
        );
        Assert.Equal(Money.Zero, Money.Sum(documents.Select(d => d.Total)));
        await Advance(365);
        Assert.Equal(2, (await Invoices("never")).Length);
        await Audited();
    }

    [Fact]
    public async Task Money_that_moves_keeps_the_service_up_until_it_fails()
    {
        await Begin("debit");
        await Advance(24);
        var invoice = Assert.Single(await Invoices("debit")).Id;
        var payment = PaymentId.Of("p-debit");
        await Tell(
            "debit",
            new Grains.Billing.PaymentInFlight(
                payment,
                Elizon.Payments.PaymentPurpose.Invoice,
                invoice,
                Price,
                Cluster.Clock.GetUtcNow()
            )
        );

        await Advance(16);
        Assert.Equal(SubscriptionStatus.Active, (await Show("debit")).Status);
        await Tell(
            "debit",
            new Grains.Billing.PaymentEnded(
                payment,
                Elizon.Payments.PaymentPurpose.Invoice,
                invoice,
                "failed",
                "AM04"
            )
        );
        await Cluster.RunDue();

        Assert.Equal(SubscriptionStatus.PastDue, (await Show("debit")).Status);
        await Audited();
    }

    [Fact]
    public async Task A_cancelled_contract_owes_nothing_for_a_period_that_was_billed()
    {
        await Begin("billed");
        await Advance(25);
        await Contract("billed").Cancel(false, Shop.By("billed"));
        await Cluster.Quiet();
        Assert.Equal(
            Money.Zero,
            Money.Sum((await Invoices("billed")).Select(document => document.Total))
        );

        await Contract("billed").Reactivate(Shop.By("billed"));
        await Cluster.RunDue();

        var documents = await Invoices("billed");
        Assert.Equal(3, documents.Length);
        Assert.Single(documents, document => document.Status == InvoiceStatus.Open);
        await TopUp("billed", 999);
        await Cluster.Quiet();
        Assert.Equal(Money.Zero, await Account("billed").Balance());
        await Audited();
    }

    [Fact]
    public async Task A_coupon_counts_for_its_renewals_and_loyalty_for_good()
    {
        await Begin("coupon", new DiscountTerms("THREE", 50, null, 3));
        await TopUp("coupon", 20_000);
        await Advance(24 + 3 * 30);
        await Contract("coupon").Extend(SubscriptionOffer.Loyalty, Shop.By("coupon"));
        await Advance(30 + 7);

        Assert.Equal(
            [499, 499, 499, 999, 899],
            (await Invoices("coupon")).OrderBy(i => i.IssuedOn).Select(i => i.Total.Cents)
        );
        await Assert.ThrowsAsync<Refusal>(() =>
            Contract("coupon").Extend(SubscriptionOffer.Loyalty, Shop.By("coupon"))
        );
        await Audited();
    }

    [Fact]
    public async Task Eight_triggers_at_once_bill_one_period()
    {
        await Begin("eight");
        await TopUp("eight", 5_000);
        Cluster.Clock.Advance(TimeSpan.FromDays(23));
        var due = Cluster.Grains.GetGrain<IDue>(
            GrainId.Create(SubscriptionAddress.Kind, Id("eight").Value)
        );

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => due.Due()));

        Assert.Single(await Invoices("eight"));
        await Audited();
    }

    [Fact]
    public async Task Another_cycle_holds_from_the_next_period_and_extending_pays_it_now()
    {
        await Begin("extend");
        await TopUp("extend", 1_000);
        await Contract("extend").Extend(SubscriptionOffer.Period, Shop.By("extend", "op-1"));
        await Contract("extend").Extend(SubscriptionOffer.Period, Shop.By("extend", "op-1"));

        Assert.Equal(new Money(1), await Account("extend").Balance());
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            Contract("extend").Extend(SubscriptionOffer.Period, Shop.By("extend", "op-2"))
        );
        Assert.Equal("balance.tooLow", refusal.Key);
        Assert.Single(await Invoices("extend"));
        await Audited();
    }

    [Fact]
    public async Task A_stranger_sees_nothing()
    {
        await Begin("owner");
        await Known("stranger");
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            Contract("owner").Show(Shop.By("stranger"))
        );
        Assert.Equal(RefusalKind.NotFound, refusal.Kind);
    }

    [Fact]
    public async Task A_rise_needs_its_notice_and_holds_from_its_day()
    {
        await Begin("rise");
        await TopUp("rise", 20_000);
        var staff = Shop.Staff();
        var today = DateOnly.FromDateTime(Cluster.Clock.GetUtcNow().UtcDateTime);
        await Assert.ThrowsAsync<Refusal>(() =>
            Contract("rise").ChangePrice(new Money(1_299), today.AddDays(30), staff)
        );
        await Contract("rise").ChangePrice(new Money(1_299), today.AddDays(45), staff);

        await Advance(90);

        Assert.Equal(
            [999, 1_299, 1_299],
            (await Invoices("rise")).OrderBy(i => i.IssuedOn).Select(i => i.Total.Cents)
        );
        await Audited();
    }
}
