using Elizon.Billing;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Renewals;
using Elizon.Payments;
using Elizon.Subscriptions;

namespace Elizon.Grains.Tests.Subscriptions;

/// <summary>Invoices whose money goes back, and documents that are taken back behind a lost answer.</summary>
public sealed partial class RenewalTests
{
    [Fact]
    public async Task A_charged_back_period_that_is_never_paid_ends_the_contract_and_stays_owed()
    {
        var invoice = await PaidPeriod("owed");
        await Advance(15);

        await ChargeBack("owed", invoice);
        await Advance(60);

        Assert.Equal(SubscriptionStatus.Ended, (await Show("owed")).Status);
        Assert.Equal(InvoiceStatus.Overdue, (await Invoice("owed", invoice)).Status);
        await TopUp("owed", 999);
        await Cluster.Quiet();
        Assert.Equal(InvoiceStatus.Paid, (await Invoice("owed", invoice)).Status);
        await Audited();
    }

    [Fact]
    public async Task A_bill_that_was_taken_back_before_its_answer_came_is_not_paid()
    {
        await Begin("taken");
        await Advance(25);
        var invoice = Assert.Single(await Invoices("taken")).Id;
        var account = Cluster.Grains.RenewalBilling(UserId.Of("taken"));
        await Tell("taken", new RenewalWithdrawn(invoice));

        var again = await account.Bill(
            new RenewalBill(
                Id("taken"),
                2,
                DateOnly.FromDateTime(Cluster.Clock.GetUtcNow().UtcDateTime),
                Cluster.Clock.GetUtcNow(),
                30,
                NewId.Derived<OrderId>("taken"),
                ProductId.Of("minecraft-2g"),
                "Minecraft 2 GB",
                "world",
                "Frankfurt",
                Price,
                Money.Zero,
                null,
                true,
                false,
                false
            )
        );

        Assert.Equal((invoice, true), (again.Invoice, again.TakenBack));
        await Audited();
    }

    /// <summary>The second period, paid by a payment of its own.</summary>
    private async Task<InvoiceId> PaidPeriod(string user)
    {
        await Begin(user);
        await Advance(24);
        var invoice = Assert.Single(await Invoices(user)).Id;
        await Tell(
            user,
            new PaymentReceived(
                PaymentId.Of($"p-{user}"),
                PaymentPurpose.Invoice,
                invoice,
                Price,
                $"tr_{user}",
                "creditcard"
            )
        );
        await Cluster.Quiet();
        return invoice;
    }

    private async Task ChargeBack(string user, InvoiceId invoice)
    {
        await Tell(
            user,
            new PaymentChargedBack(
                PaymentId.Of($"p-{user}"),
                PaymentPurpose.Invoice,
                invoice,
                Price,
                $"tr_{user}",
                $"chb_{user}",
                "MD06"
            )
        );
        await Cluster.Quiet();
    }
}
