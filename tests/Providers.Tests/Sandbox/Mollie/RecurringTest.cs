using System.Text.Json.Nodes;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Mollie;

/// <summary>A customer, a mandate, and a charge without the payer.</summary>
public abstract class RecurringTest : MollieTest
{
    protected async Task<string> Customer()
    {
        var body = new JsonObject
        {
            ["name"] = "Erika Mustermann",
            ["email"] = "erika@example.com",
        };
        using var answer = await Call(HttpMethod.Post, "customers", body);
        Assert.Equal(201, (int)answer.StatusCode);
        return (string)(await Json(answer))["id"]!;
    }

    protected async Task<string> Mandate(string customer)
    {
        var body = new JsonObject
        {
            ["method"] = "directdebit",
            ["consumerName"] = "Erika Mustermann",
            ["consumerAccount"] = "DE89370400440532013000",
        };
        using var answer = await Call(HttpMethod.Post, $"customers/{customer}/mandates", body);
        Assert.Equal(201, (int)answer.StatusCode);
        return (string)(await Json(answer))["id"]!;
    }

    /// <summary>A mandate by a first payment, paid by card.</summary>
    protected async Task<string> CardMandate(string customer)
    {
        var id = await CreatedId(First(customer, "creditcard"));
        (await Pay(id)).Dispose();
        return (string)(await Payment(id))["mandateId"]!;
    }

    protected static JsonObject First(string customer, string method, string? webhook = null)
    {
        var order = Order(webhook, method: method);
        order["sequenceType"] = "first";
        order["customerId"] = customer;
        return order;
    }

    protected static JsonObject Recurring(
        string customer,
        string? webhook = null,
        string value = "10.00"
    )
    {
        var order = Order(webhook, value);
        order.Remove("redirectUrl");
        order["sequenceType"] = "recurring";
        order["customerId"] = customer;
        return order;
    }

    protected async Task<string?> MandateStatus(string customer, string mandate)
    {
        using var answer = await Call(HttpMethod.Get, $"customers/{customer}/mandates/{mandate}");
        return (string?)(await Json(answer))["status"];
    }
}
