using System.IO.Compression;
using System.Text;
using Elizon.Billing;

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
        using var pdf = await Download(customer, $"{id}/document");
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            "%PDF-",
            Encoding.ASCII.GetString(await pdf.Content.ReadAsByteArrayAsync(), 0, 5)
        );
    }

    [Fact]
    public async Task An_issued_invoice_is_also_an_XRechnung_and_part_of_the_archive()
    {
        var customer = await api.Customer(500);
        var settings = await api.Send(
            HttpMethod.Put,
            "/api/user/invoice-settings",
            customer,
            new { email = "rechnung@example.com", reference = "04011000-12345-34" }
        );
        Assert.Equal(200, settings.Status);
        var id = await Order(customer);
        using var xml = await Download(customer, $"{id}/document?format=xrechnung");
        Assert.Equal("application/xml", xml.Content.Headers.ContentType!.MediaType);
        var text = await xml.Content.ReadAsStringAsync();
        Assert.Contains("xrechnung_3.0", text, StringComparison.Ordinal);
        Assert.Contains("04011000-12345-34", text, StringComparison.Ordinal);
        Assert.Contains("rechnung@example.com", text, StringComparison.Ordinal);
        using var archive = await Download(customer, "download-all?format=xrechnung");
        using var zip = new ZipArchive(await archive.Content.ReadAsStreamAsync());
        Assert.EndsWith(".xml", Assert.Single(zip.Entries).Name, StringComparison.Ordinal);
        using var lastYear = await Download(customer, "download-all?year=2001");
        using var empty = new ZipArchive(await lastYear.Content.ReadAsStreamAsync());
        Assert.Empty(empty.Entries);
    }

    [Theory]
    [InlineData("?year=1")]
    [InlineData("?year=2026&from=2026-01-01")]
    [InlineData("?from=2026-02-01&to=2026-01-01")]
    [InlineData("?from=yesterday")]
    [InlineData("?format=docx")]
    public async Task An_archive_without_sense_is_400(string query) =>
        Assert.Equal(400, (await api.Get($"/api/invoices/download-all{query}", api.Staff)).Status);

    [Fact]
    public async Task Staff_corrects_and_cancels_by_number_and_the_money_is_back()
    {
        var customer = await api.Customer(500);
        var id = await Order(customer);
        var (_, one) = await api.Get($"/api/invoices/{id}", customer);
        var number = one.GetProperty("invoice").GetProperty("number").GetString();
        var path = $"/api/admin/invoices/{number}";
        object part = new
        {
            lines = new[] { new { position = 1, amount = 1.0 } },
            reason = "Ausfall am Dienstag",
        };
        var first = await api.Post($"{path}/correct", api.Staff, part, "correct-1");
        var again = await api.Post($"{path}/correct", api.Staff, part, "correct-1");
        var tooMuch = await api.Post(
            $"{path}/correct",
            api.Staff,
            new { lines = new[] { new { position = 1, amount = 4.0 } }, reason = "too much" }
        );
        var cancelled = await api.Post($"{path}/cancel", api.Staff, new { }, null, "on request");
        var nothing = await api.Post($"{path}/cancel", api.Staff, new { }, null, "again");
        Assert.Equal(
            (201, 201, 400, 201, 409),
            (first.Status, again.Status, tooMuch.Status, cancelled.Status, nothing.Status)
        );
        Assert.Equal(Number(first.Body), Number(again.Body));
        Assert.Equal(
            "-3.99",
            cancelled.Body.GetProperty("correction").GetProperty("amount").GetRawText()
        );
        Assert.Equal(new Money(500), await api.Host.Cluster.Grains.Account(customer.Id).Balance());
        var resent = await api.Post($"{path}/resend", api.Staff, new { }, null, "lost");
        Assert.Equal(200, resent.Status);
        var (_, list) = await api.Get($"/api/admin/invoices?account={customer.Id}", api.Staff);
        Assert.Equal(
            ["CANCELLATION", "CORRECTION", "INVOICE"],
            list.GetProperty("invoices")
                .EnumerateArray()
                .Select(i => i.GetProperty("invoice").GetProperty("kind").GetString())
                .Order()
        );
        var (_, audit) = await api.Get("/api/admin/ledger/audit", api.Staff);
        Assert.True(audit.GetProperty("audit").GetProperty("clean").GetBoolean());

        static string? Number(System.Text.Json.JsonElement body) =>
            body.GetProperty("correction").GetProperty("number").GetString();
    }

    [Fact]
    public async Task Staff_books_money_for_an_order_that_waits()
    {
        var customer = await api.Customer();
        var draft = await Draft(customer);
        var paid = await api.Post(
            $"/api/admin/invoices/{draft}/mark-paid",
            api.Staff,
            new { },
            "paid-1",
            "came in by cheque"
        );
        Assert.Equal(
            (200, "PAID"),
            (paid.Status, paid.Body.GetProperty("invoice").GetProperty("status").GetString())
        );
        var twice = await api.Post(
            $"/api/admin/invoices/{draft}/mark-paid",
            api.Staff,
            new { },
            null,
            "again"
        );
        Assert.Equal(
            (409, "invoice.alreadyPaid"),
            (twice.Status, twice.Body.GetProperty("errorKey").GetString())
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

    /// <summary>An order whose payment could not be started: no payment provider is set up here, and it waits.</summary>
    private async Task<string> Draft(Customer customer)
    {
        await api.Post(
            "/api/checkout",
            customer,
            new
            {
                items = new[] { new { productId = "api-s", billingCycle = 30 } },
                paymentMethod = "mollie",
            }
        );
        var (_, list) = await api.Get("/api/invoices?status=DRAFT", customer);
        return list.GetProperty("invoices")[0].GetProperty("id").GetString()!;
    }

    private async Task<HttpResponseMessage> Download(Customer customer, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/invoices/{path}");
        request.Headers.Add("Authorization", $"Bearer {customer.Token}");
        return await api.Http.SendAsync(request);
    }
}
