using Elizon.Billing;
using Elizon.Grains.Billing;

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
