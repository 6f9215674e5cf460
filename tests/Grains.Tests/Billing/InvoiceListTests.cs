using Elizon.Billing;
using Elizon.Grains.Billing;
using Elizon.Payments;

namespace Elizon.Grains.Tests.Billing;

public sealed class InvoiceListTests(AccountCluster fixture) : AccountTest(fixture)
{
    [Fact]
    public async Task Invoices_come_newest_first_in_slices()
    {
        await TopUp("list", 9999);
        for (var i = 0; i < 5; i++)
            await Pay("list", 100 + i);
        var first = await List("list", null, 0, 2);
        var last = await List("list", null, 4, 2);
        var behind = await List("list", null, 10, 2);
        Assert.Equal(2, first.Items.Length);
        Assert.Equal(new OffsetPagination(5, 2, 0, true), first.Pagination);
        Assert.Single(last.Items);
        Assert.Equal(new OffsetPagination(5, 2, 4, false), last.Pagination);
        Assert.Empty(behind.Items);
        Assert.Equal(5, behind.Pagination.Total);
    }

    [Fact]
    public async Task A_status_narrows_the_list()
    {
        await TopUp("status", 9999);
        await Pay("status", 100);
        await Draft("status", 200);
        Assert.Equal(
            new Money(200),
            Assert.Single((await List("status", InvoiceStatus.Draft, 0, 10)).Items).Total
        );
        Assert.Equal(
            new Money(100),
            Assert.Single((await List("status", InvoiceStatus.Paid, 0, 10)).Items).Total
        );
    }

    [Fact]
    public async Task An_unpaid_draft_lapses_in_time_and_leaves_the_list()
    {
        await TopUp("lapse", 9999);
        var placed = await Draft("lapse", 200);
        await Tell(
            "lapse",
            new PaymentEnded(
                placed.Payment!.Id,
                PaymentPurpose.Invoice,
                placed.Result.Invoice.Id,
                "failed"
            )
        );
        await Cluster.AdvanceTo(Cluster.Clock.GetUtcNow().AddHours(24).AddMinutes(-1));
        Assert.Single((await List("lapse", null, 0, 10)).Items);
        await Cluster.AdvanceTo(Cluster.Clock.GetUtcNow().AddMinutes(1));
        Assert.Empty((await List("lapse", null, 0, 10)).Items);
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            Account("lapse").PayFromBalance(placed.Result.Invoice.Id, Shop.By("lapse"))
        );
        Assert.Equal("invoice.lapsed", refusal.Key);
    }

    [Fact]
    public async Task A_payment_that_ends_late_leaves_an_hour_to_try_again()
    {
        var placed = await Draft("late-end", 200);
        await Cluster.AdvanceTo(Cluster.Clock.GetUtcNow().AddHours(30));
        await Tell(
            "late-end",
            new PaymentEnded(
                placed.Payment!.Id,
                PaymentPurpose.Invoice,
                placed.Result.Invoice.Id,
                "expired"
            )
        );
        await Cluster.AdvanceTo(Cluster.Clock.GetUtcNow().AddMinutes(59));
        Assert.Single((await List("late-end", null, 0, 10)).Items);
        await Cluster.AdvanceTo(Cluster.Clock.GetUtcNow().AddMinutes(1));
        Assert.Empty((await List("late-end", null, 0, 10)).Items);
    }

    private Task<SliceOf<InvoiceView>> List(
        string user,
        InvoiceStatus? status,
        int offset,
        int limit
    ) =>
        Cluster
            .Grains.InvoiceReader()
            .List(AccountId.Of(user), status, OffsetRequest.Of(offset, limit));
}
