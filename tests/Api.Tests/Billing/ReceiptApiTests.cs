using System.Text;
using Elizon.Billing;
using Elizon.Grains.Billing;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;
using Elizon.Payments;

namespace Elizon.Api.Tests.Billing;

public sealed class ReceiptApiTests(BillingApi api) : IClassFixture<BillingApi>
{
    [Fact]
    public async Task Receipts_are_listed_newest_first_and_downloaded()
    {
        var customer = await api.Customer();
        await Pay(customer, 1250, "tr_1");
        await Pay(customer, 500, "tr_2");
        var (status, page) = await api.Get("/api/balance/receipts?limit=1", customer);
        var newest = page.GetProperty("receipts")[0];
        Assert.Equal(
            (200, "5.00", "ideal"),
            (
                status,
                newest.GetProperty("amount").GetRawText(),
                newest.GetProperty("method").GetString()
            )
        );
        Assert.EndsWith(
            "-0002",
            newest.GetProperty("number").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            """{"page":1,"limit":1,"total":2,"pages":2}""",
            page.GetProperty("pagination").GetRawText()
        );
        var id = newest.GetProperty("id").GetString();
        using var pdf = await Download(customer, $"{id}/document");
        Assert.Equal(
            ("application/pdf", $"{newest.GetProperty("number").GetString()}.pdf"),
            (
                pdf.Content.Headers.ContentType!.MediaType,
                pdf.Content.Headers.ContentDisposition!.FileName
            )
        );
        Assert.Equal(
            "%PDF-",
            Encoding.ASCII.GetString(await pdf.Content.ReadAsByteArrayAsync(), 0, 5)
        );
    }

    [Fact]
    public async Task Another_customers_receipt_is_404_and_in_no_other_list()
    {
        var customer = await api.Customer();
        await Pay(customer, 1250, "tr_3");
        var (_, page) = await api.Get("/api/balance/receipts", customer);
        var id = page.GetProperty("receipts")[0].GetProperty("id").GetString();
        var stranger = await api.Customer();
        Assert.Equal(404, (await api.Get($"/api/balance/receipts/{id}/document", stranger)).Status);
        var (_, empty) = await api.Get("/api/balance/receipts", stranger);
        Assert.Equal(0, empty.GetProperty("receipts").GetArrayLength());
    }

    [Theory]
    [InlineData("?page=0")]
    [InlineData("?limit=101")]
    public async Task A_page_without_sense_is_400(string query) =>
        Assert.Equal(400, (await api.Get($"/api/balance/receipts{query}", api.Staff)).Status);

    private static long _delivery = 880_000;

    private Task Pay(Customer customer, long cents, string payment)
    {
        var paid = new PaymentReceived(
            PaymentId.Of($"p-{payment}"),
            PaymentPurpose.TopUp,
            null,
            new Money(cents),
            payment,
            "ideal"
        );
        return api
            .Host.Cluster.Grains.GetGrain<IInbox>(GrainId.Create("account", customer.Id.Value))
            .Receive(
                new Delivery(
                    Interlocked.Increment(ref _delivery),
                    "test/x",
                    "account.payment-received",
                    Json.Write(paid)
                )
            );
    }

    private async Task<HttpResponseMessage> Download(Customer customer, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/balance/receipts/{path}");
        request.Headers.Add("Authorization", $"Bearer {customer.Token}");
        return await api.Http.SendAsync(request);
    }
}
