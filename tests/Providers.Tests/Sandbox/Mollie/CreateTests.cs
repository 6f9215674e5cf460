using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Mollie;

public sealed class CreateTests : MollieTest
{
    [Fact]
    public async Task A_new_payment_is_open_with_a_checkout_and_echoes_what_was_sent()
    {
        using var answer = await Create(Order("http://127.0.0.1:9/hook"));

        var payment = await Json(answer);
        Assert.Equal(201, (int)answer.StatusCode);
        Assert.Equal("application/hal+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("tr_", (string)payment["id"]!, StringComparison.Ordinal);
        Assert.Equal("payment", (string?)payment["resource"]);
        Assert.Equal("test", (string?)payment["mode"]);
        Assert.Equal("open", (string?)payment["status"]);
        Assert.Equal("10.00", (string?)payment["amount"]!["value"]);
        Assert.Equal("EUR", (string?)payment["amount"]!["currency"]);
        Assert.Equal("intent-1", (string?)payment["metadata"]!["intentId"]);
        Assert.Equal("http://127.0.0.1:9/hook", (string?)payment["webhookUrl"]);
        Assert.Null(payment["method"]);
        Assert.True((bool)payment["isCancelable"]!);
        Assert.Equal(
            Control($"mollie/checkout/{payment["id"]}").ToString(),
            (string?)payment["_links"]!["checkout"]!["href"]
        );
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$", (string)payment["createdAt"]!);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"amount":1,"amount":2}""")]
    public async Task A_body_that_is_no_JSON_object_is_malformed(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Control("mollie/v2/payments"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", TestKey);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");

        using var answer = await Http.SendAsync(request);

        await AssertRefused(answer, 400, field: null);
    }

    [Fact]
    public async Task A_form_body_is_as_good_as_JSON()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Control("mollie/v2/payments"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", TestKey);
        request.Content = new FormUrlEncodedContent([
            new("amount[currency]", "EUR"),
            new("amount[value]", "12.50"),
            new("description", "Grüße"),
            new("redirectUrl", "https://a.example/"),
            new("method[]", "paypal"),
            new("method[]", "ideal"),
            new("metadata[intentId]", "i-9"),
        ]);

        using var answer = await Http.SendAsync(request);

        var payment = await Json(answer);
        Assert.Equal(201, (int)answer.StatusCode);
        Assert.Equal("12.50", (string?)payment["amount"]!["value"]);
        Assert.Equal("Grüße", (string?)payment["description"]);
        Assert.Equal("i-9", (string?)payment["metadata"]!["intentId"]);
    }

    [Fact]
    public async Task A_currency_without_decimals_takes_whole_numbers()
    {
        var order = Order();
        order["amount"] = new JsonObject { ["currency"] = "JPY", ["value"] = "1500" };

        var payment = await Created(order);

        Assert.Equal("1500", (string?)payment["amount"]!["value"]);
    }
}
