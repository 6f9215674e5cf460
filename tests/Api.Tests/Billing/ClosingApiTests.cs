using System.Text.Json;

namespace Elizon.Api.Tests.Billing;

public sealed class ClosingApiTests(BillingApi api) : IClassFixture<BillingApi>
{
    private const string Path = "/api/user/closing";
    private static readonly object Account = new
    {
        iban = "DE02120300000000202051",
        holder = "Jörg Müller",
        confirmed = true,
    };

    [Fact]
    public async Task It_is_asked_first_then_closed_and_opened_again()
    {
        var customer = await api.Customer(1234);
        var asked = await api.Post(Path, customer, new { });
        Assert.Equal(
            (200, "OPEN", "12.34", 0),
            (
                asked.Status,
                Closing(asked.Body).GetProperty("status").GetString(),
                Closing(asked.Body).GetProperty("balance").GetRawText(),
                Closing(asked.Body).GetProperty("obstacles").GetArrayLength()
            )
        );
        Assert.Equal(400, (await api.Post(Path, customer, new { confirmed = true })).Status);

        var closed = await api.Post(Path, customer, Account, "close-1");
        var again = await api.Post(Path, customer, Account, "close-1");
        var payout = Closing(closed.Body).GetProperty("payout");
        Assert.Equal(
            (200, "CLOSED", "12.34", "DE02…2051"),
            (
                closed.Status,
                Closing(closed.Body).GetProperty("status").GetString(),
                payout.GetProperty("amount").GetRawText(),
                payout.GetProperty("to").GetString()
            )
        );
        Assert.Equal(closed.Body.GetRawText(), again.Body.GetRawText());

        var (_, shown) = await api.Get(Path, customer);
        Assert.Equal(
            ("CLOSED", "REQUESTED"),
            (
                Closing(shown).GetProperty("status").GetString(),
                Closing(shown).GetProperty("payout").GetProperty("status").GetString()
            )
        );
        Assert.Equal("account.closed", await TopUp(customer));
        Assert.Equal(200, (await api.Get("/api/invoices", customer)).Status);
        Assert.Equal(200, (await api.Get("/api/balance/receipts", customer)).Status);

        foreach (var _ in Enumerable.Range(0, 2))
        {
            var opened = await api.Send(HttpMethod.Delete, Path, customer);
            Assert.Equal(
                (200, "OPEN"),
                (opened.Status, Closing(opened.Body).GetProperty("status").GetString())
            );
        }
        Assert.NotEqual("account.closed", await TopUp(customer));
    }

    [Fact]
    public async Task What_stands_in_the_way_is_told_and_refused()
    {
        var customer = await api.Customer(500);
        await api.Post(
            "/api/checkout",
            customer,
            new
            {
                items = new[] { new { productId = "api-s", billingCycle = 30 } },
                paymentMethod = "mollie",
            }
        );
        var asked = await api.Post(Path, customer, new { });
        Assert.Equal(
            ["account.ordersWait"],
            Closing(asked.Body)
                .GetProperty("obstacles")
                .EnumerateArray()
                .Select(o => o.GetProperty("key").GetString())
        );
        var refused = await api.Post(Path, customer, Account);
        Assert.Equal(
            (409, "account.ordersWait"),
            (refused.Status, refused.Body.GetProperty("errorKey").GetString())
        );
    }

    [Fact]
    public async Task Staff_closes_and_opens_with_a_reason()
    {
        var customer = await api.Customer(700);
        var path = $"/api/admin/accounts/{customer.Id}";
        var body = new
        {
            iban = "DE02120300000000202051",
            holder = "Jörg Müller",
            reason = "asked by letter",
        };
        Assert.Equal(403, (await api.Post($"{path}/close", customer, body)).Status);
        var closed = await api.Post($"{path}/close", api.Staff, body, "staff-close");
        Assert.Equal(
            (200, "CLOSED", "7.00"),
            (
                closed.Status,
                Closing(closed.Body).GetProperty("status").GetString(),
                Closing(closed.Body).GetProperty("payout").GetProperty("amount").GetRawText()
            )
        );
        Assert.Equal(400, (await api.Post($"{path}/reopen", api.Staff, new { })).Status);
        var opened = await api.Post($"{path}/reopen", api.Staff, new { }, null, "came back");
        Assert.Equal(
            (200, "OPEN"),
            (opened.Status, Closing(opened.Body).GetProperty("status").GetString())
        );
        Assert.Equal(
            404,
            (await api.Post("/api/admin/accounts/nobody/close", api.Staff, body)).Status
        );
    }

    private async Task<string?> TopUp(Customer customer)
    {
        var (_, body) = await api.Post("/api/balance/top-up", customer, new { amount = 10 });
        return body.TryGetProperty("errorKey", out var key) ? key.GetString() : null;
    }

    private static JsonElement Closing(JsonElement body) => body.GetProperty("closing");
}
