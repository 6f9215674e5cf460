using Elizon.Billing;
using Elizon.Grains.Billing;
using Elizon.Grains.Tests.Billing;
using Elizon.Payments;
using Elizon.Subscriptions;

namespace Elizon.Grains.Tests.Subscriptions;

/// <summary>Periods that a direct debit pays.</summary>
public sealed partial class RenewalTests
{
    private static readonly SavedMethod Debit = new(
        new MandateId("mdt_account"),
        "directdebit",
        "M-1"
    )
    {
        AccountEnding = "3000",
    };

    [Fact]
    public async Task A_debit_is_announced_once_and_its_contract_billed_so_much_earlier()
    {
        await Begin("by-debit");
        await Tell("by-debit", new SavedMethodChanged(Debit));
        await Cluster.Quiet();

        await Advance(10.9);
        Assert.Empty(await Invoices("by-debit"));
        await Advance(0.2);
        var invoice = Assert.Single(await Invoices("by-debit"));
        Assert.Equal(InvoiceStatus.Open, invoice.Status);
        Assert.Equal((1L, 0L), (await Notices("by-debit"), await Payments("by-debit")));

        await Advance(13.8);
        Assert.Equal(0L, await Payments("by-debit"));
        await Advance(0.2);
        Assert.Equal((1L, 1L), (await Notices("by-debit"), await Payments("by-debit")));
        Assert.Equal(SubscriptionStatus.Active, (await Show("by-debit")).Status);
        await Audited();
    }

    [Fact]
    public async Task A_contract_that_begins_hears_that_a_debit_pays_it_and_a_card_ends_that()
    {
        await Verified("by-debit-before");
        await Tell("by-debit-before", new SavedMethodChanged(Debit));
        await Begin("by-debit-before");
        await Tell(
            "by-debit-before",
            new SavedMethodChanged(new SavedMethod(new MandateId("mdt_card"), "creditcard", null))
        );
        await Cluster.Quiet();
        await Advance(12);
        Assert.Empty(await Invoices("by-debit-before"));

        await Tell("by-debit-before", new SavedMethodChanged(Debit));
        await Cluster.RunDue();
        Assert.Single(await Invoices("by-debit-before"));
        Assert.Equal(1L, await Notices("by-debit-before"));
    }

    private Task<long> Notices(string user) =>
        Cluster.Scalar<long>(
            $"select count(*) from mail where box = '{user}' and template = 'invoice-debit-announced'"
        );

    private Task<long> Payments(string user) =>
        Cluster.Scalar<long>($"select count(*) from payment where account = '{user}'");
}
