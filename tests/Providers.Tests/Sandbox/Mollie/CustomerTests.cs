using System.Text.Json.Nodes;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Mollie;

public sealed class CustomerTests : RecurringTest
{
    [Fact]
    public async Task A_customer_is_created_read_changed_and_deleted()
    {
        var id = await Customer();
        (
            await Call(HttpMethod.Patch, $"customers/{id}", new() { ["name"] = "Erika Neu" })
        ).Dispose();
        using var read = await Call(HttpMethod.Get, $"customers/{id}");
        using var deleted = await Call(HttpMethod.Delete, $"customers/{id}");
        using var gone = await Call(HttpMethod.Get, $"customers/{id}");

        var customer = await Json(read);
        Assert.StartsWith("cst_", id, StringComparison.Ordinal);
        Assert.Equal("Erika Neu", (string?)customer["name"]);
        Assert.Equal("erika@example.com", (string?)customer["email"]);
        Assert.Equal(204, (int)deleted.StatusCode);
        await AssertRefused(gone, 404, field: null);
    }

    [Fact]
    public async Task A_live_key_does_not_see_a_test_customer()
    {
        var id = await Customer();

        using var answer = await Call(HttpMethod.Get, $"customers/{id}", key: LiveKey);

        await AssertRefused(answer, 404, field: null);
    }

    [Fact]
    public async Task The_customers_own_payments_are_listed_under_the_customer()
    {
        var id = await Customer();
        await Created(Order());
        using var made = await Call(HttpMethod.Post, $"customers/{id}/payments", Order());

        using var listed = await Call(HttpMethod.Get, $"customers/{id}/payments");

        var page = await Json(listed);
        Assert.Equal(1, (int)page["count"]!);
        Assert.Equal(id, (string?)page["_embedded"]!["payments"]![0]!["customerId"]);
    }

    [Fact]
    public async Task A_payment_of_an_unknown_customer_is_refused()
    {
        var order = Order();
        order["customerId"] = "cst_unknown";

        using var answer = await Create(order);

        await AssertRefused(answer, 422, "customerId");
    }

    [Fact]
    public async Task Deleting_a_customer_ends_the_mandates()
    {
        var id = await Customer();
        await Mandate(id);

        (await Call(HttpMethod.Delete, $"customers/{id}")).Dispose();
        using var answer = await Create(Recurring(id));

        await AssertRefused(answer, 422, "customerId");
    }
}
