using System.Text.Json.Nodes;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Mollie;

public sealed class MandateTests : RecurringTest
{
    [Theory]
    [InlineData("creditcard", "creditcard")]
    [InlineData("paypal", "paypal")]
    [InlineData("ideal", "directdebit")]
    public async Task A_paid_first_payment_makes_a_valid_mandate(string paidBy, string method)
    {
        var customer = await Customer();
        var id = await CreatedId(First(customer, paidBy));

        (await Pay(id)).Dispose();

        using var listed = await Call(HttpMethod.Get, $"customers/{customer}/mandates");
        var mandate = (await Json(listed))["_embedded"]!["mandates"]!.AsArray().Single()!;
        Assert.Equal("valid", (string?)mandate["status"]);
        Assert.Equal(method, (string?)mandate["method"]);
        Assert.Equal((string?)(await Payment(id))["mandateId"], (string?)mandate["id"]);
    }

    [Fact]
    public async Task The_mandate_is_pending_as_long_as_its_payment_is()
    {
        var customer = await Customer();
        var id = await CreatedId(First(customer, "ideal"));
        (await Pay(id, "pending")).Dispose();
        var mandate = (string)(await Payment(id))["mandateId"]!;
        var before = await MandateStatus(customer, mandate);

        (await Pay(id)).Dispose();

        Assert.Equal("pending", before);
        Assert.Equal("valid", await MandateStatus(customer, mandate));
    }

    [Fact]
    public async Task A_first_payment_that_fails_leaves_no_usable_mandate()
    {
        var customer = await Customer();

        (await Pay(await CreatedId(First(customer, "creditcard")), "failed")).Dispose();

        using var charge = await Create(Recurring(customer));
        await AssertRefused(charge, 422, "customerId");
    }

    [Theory]
    [InlineData("creditcard", "DE89370400440532013000", "method")]
    [InlineData("directdebit", "DE89370400440532013001", "consumerAccount")]
    [InlineData("directdebit", "nonsense", "consumerAccount")]
    public async Task A_mandate_that_cannot_be_made_directly_is_refused(
        string method,
        string iban,
        string field
    )
    {
        var body = new JsonObject
        {
            ["method"] = method,
            ["consumerName"] = "Erika Mustermann",
            ["consumerAccount"] = iban,
        };

        using var answer = await Call(
            HttpMethod.Post,
            $"customers/{await Customer()}/mandates",
            body
        );

        await AssertRefused(answer, 422, field);
    }

    [Fact]
    public async Task A_revoked_mandate_charges_nothing_any_more()
    {
        var customer = await Customer();
        var mandate = await Mandate(customer);

        using var revoked = await Call(
            HttpMethod.Delete,
            $"customers/{customer}/mandates/{mandate}"
        );
        using var charge = await Create(Recurring(customer));

        Assert.Equal(204, (int)revoked.StatusCode);
        await AssertRefused(charge, 422, "customerId");
    }

    [Fact]
    public async Task Another_customers_mandate_cannot_be_used()
    {
        var stranger = await Mandate(await Customer());
        var customer = await Customer();
        await Mandate(customer);
        var order = Recurring(customer);
        order["mandateId"] = stranger;

        using var answer = await Create(order);

        await AssertRefused(answer, 422, "mandateId");
    }
}
