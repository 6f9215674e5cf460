using System.Text;
using System.Text.Json;

namespace Elizon.Api.Tests.Billing;

public sealed class ManualInvoiceApiTests(BillingApi api) : IClassFixture<BillingApi>
{
    private static readonly object Body = new
    {
        lines = new[]
        {
            new
            {
                name = "Umzug",
                unitPrice = 49.0,
                quantity = 2,
            },
        },
        from = "2026-11-01",
        until = "2026-11-20",
        dueInDays = 7,
        reason = "agreed by phone",
    };

    [Fact]
    public async Task Staff_drafts_looks_at_and_finalises_an_invoice()
    {
        var customer = await api.Customer();
        var accounts = $"/api/admin/accounts/{customer.Id}/invoices";
        var drafted = await api.Post(accounts, api.Staff, Body, "draft-1");
        var again = await api.Post(accounts, api.Staff, Body, "draft-1");
        Assert.Equal((201, 201), (drafted.Status, again.Status));
        var id = Invoice(drafted.Body, "id");
        Assert.Equal(id, Invoice(again.Body, "id"));
        Assert.Equal("DRAFT", Invoice(drafted.Body, "status"));
        Assert.Equal(404, (await api.Get($"/api/invoices/{id}", customer)).Status);
        Assert.StartsWith("%PDF-", await Proforma(id), StringComparison.Ordinal);

        var path = $"/api/admin/invoices/{id}";
        var changed = await api.Send(HttpMethod.Put, path, api.Staff, Body);
        var issued = await api.Post($"{path}/finalise", api.Staff, new { }, null, "agreed");
        var twice = await api.Post($"{path}/finalise", api.Staff, new { }, null, "agreed");
        Assert.Equal((200, 200, 409), (changed.Status, issued.Status, twice.Status));
        var (status, shown) = await api.Get($"/api/invoices/{id}", customer);
        Assert.Equal((200, "OPEN"), (status, Invoice(shown, "status")));
        Assert.Equal(Invoice(issued.Body, "number"), Invoice(shown, "number"));
    }

    [Fact]
    public async Task A_draft_is_discarded_and_what_makes_no_sense_is_refused()
    {
        var customer = await api.Customer();
        var accounts = $"/api/admin/accounts/{customer.Id}/invoices";
        var drafted = await api.Post(accounts, api.Staff, Body);
        var discard = $"/api/admin/invoices/{Invoice(drafted.Body, "id")}/discard";
        var gone = await api.Post(discard, api.Staff, new { }, null, "mistake");
        var again = await api.Post(discard, api.Staff, new { }, null, "mistake");
        var empty = await api.Post(
            accounts,
            api.Staff,
            new { lines = Array.Empty<object>(), reason = "x" }
        );
        var nobody = await api.Post("/api/admin/accounts/nobody/invoices", api.Staff, Body);
        var foreign = await api.Post(accounts, customer, Body);
        Assert.Equal(
            (200, 404, 400, 404, 403),
            (gone.Status, again.Status, empty.Status, nobody.Status, foreign.Status)
        );
    }

    private static string? Invoice(JsonElement body, string member) =>
        body.GetProperty("invoice").GetProperty(member).GetString();

    private async Task<string> Proforma(string? id)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            $"/api/admin/invoices/{id}/document?format=proforma"
        );
        request.Headers.Authorization = new("Bearer", api.Staff.Token);
        using var response = await api.Http.SendAsync(request);
        return Encoding.ASCII.GetString(await response.Content.ReadAsByteArrayAsync());
    }
}
