using System.Text;

namespace Elizon.Api.Tests.Billing;

public sealed class InvoiceApiTests(BillingApi api) : IClassFixture<BillingApi>
{
    [Fact]
    public async Task An_invoice_is_listed_shown_and_downloaded()
    {
        var customer = await api.Customer(500);
        var id = await Order(customer);
        var (_, list) = await api.Get("/api/invoices?limit=1&status=PAID", customer);
        Assert.Equal(id, list.GetProperty("invoices")[0].GetProperty("id").GetString());
        Assert.Equal(
            """{"total":1,"limit":1,"offset":0,"hasMore":false}""",
            list.GetProperty("pagination").GetRawText()
        );
        var (status, one) = await api.Get($"/api/invoices/{id}", customer);
        var invoice = one.GetProperty("invoice");
        Assert.Equal(200, status);
        Assert.Equal(
            ("4.99", "4.19", "0.80"),
            (
                invoice.GetProperty("total").GetRawText(),
                invoice.GetProperty("lines")[0].GetProperty("net").GetRawText(),
                invoice.GetProperty("taxes")[0].GetProperty("tax").GetRawText()
            )
        );
        using var pdf = await Download(customer, id);
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            "%PDF-",
            Encoding.ASCII.GetString(await pdf.Content.ReadAsByteArrayAsync(), 0, 5)
        );
    }

    [Fact]
    public async Task Another_customers_invoice_is_404_everywhere()
    {
        var id = await Order(await api.Customer(500));
        var stranger = await api.Customer(500);
        Assert.Equal(404, (await api.Get($"/api/invoices/{id}", stranger)).Status);
        Assert.Equal(404, (await api.Get($"/api/invoices/{id}/document", stranger)).Status);
        var pay = await api.Post(
            $"/api/invoices/{id}/pay",
            stranger,
            new { paymentMethod = "guthaben" }
        );
        Assert.Equal(404, pay.Status);
    }

    [Fact]
    public async Task A_paid_invoice_cannot_be_paid_again()
    {
        var customer = await api.Customer(5000);
        var id = await Order(customer);
        var (status, body) = await api.Post(
            $"/api/invoices/{id}/pay",
            customer,
            new { paymentMethod = "guthaben" }
        );
        Assert.Equal(
            (409, "invoice.alreadyPaid"),
            (status, body.GetProperty("errorKey").GetString())
        );
    }

    [Theory]
    [InlineData("?status=NONSENSE")]
    [InlineData("?limit=0")]
    [InlineData("?offset=-1")]
    public async Task A_query_without_sense_is_400(string query) =>
        Assert.Equal(400, (await api.Get($"/api/invoices{query}", api.Staff)).Status);

    [Theory]
    [InlineData("4.99")]
    [InlineData("1000.01")]
    [InlineData("-50")]
    [InlineData("50.001")]
    public async Task A_top_up_out_of_range_is_400(string amount)
    {
        var (status, _) = await api.Post(
            "/api/balance/top-up",
            api.Staff,
            new
            {
                amount = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture),
            }
        );
        Assert.Equal(400, status);
    }

    [Fact]
    public async Task Staff_credits_a_customer_once_per_key()
    {
        var customer = await api.Customer();
        var path = $"/api/admin/accounts/{customer.Id}/credit";
        var body = new { amount = 12.5, reason = "sorry for the outage" };
        var first = await api.Post(path, api.Staff, body, "credit-1");
        var second = await api.Post(path, api.Staff, body, "credit-1");
        Assert.Equal(
            (200, "12.50", "12.50"),
            (first.Status, Balance(first.Body), Balance(second.Body))
        );

        static string Balance(System.Text.Json.JsonElement body) =>
            body.GetProperty("account").GetProperty("balance").GetRawText();
    }

    [Fact]
    public async Task A_customer_credits_nobody_and_audits_nothing()
    {
        var customer = await api.Customer();
        var credit = await api.Post(
            $"/api/admin/accounts/{customer.Id}/credit",
            customer,
            new { amount = 1000, reason = "because I can" }
        );
        Assert.Equal(403, credit.Status);
        Assert.Equal(403, (await api.Get("/api/admin/ledger/audit", customer)).Status);
    }

    [Fact]
    public async Task Staff_audits_the_books()
    {
        await Order(await api.Customer(500));
        var (status, body) = await api.Get("/api/admin/ledger/audit", api.Staff);
        Assert.Equal(
            (200, true),
            (status, body.GetProperty("audit").GetProperty("clean").GetBoolean())
        );
    }

    private async Task<string> Order(Customer customer)
    {
        var (_, body) = await api.Post(
            "/api/checkout",
            customer,
            new
            {
                items = new[] { new { productId = "api-s", billingCycle = 30 } },
                paymentMethod = "guthaben",
            }
        );
        return body.GetProperty("invoice").GetProperty("id").GetString()!;
    }

    private async Task<HttpResponseMessage> Download(Customer customer, string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/invoices/{id}/document");
        request.Headers.Add("Authorization", $"Bearer {customer.Token}");
        return await api.Http.SendAsync(request);
    }
}
