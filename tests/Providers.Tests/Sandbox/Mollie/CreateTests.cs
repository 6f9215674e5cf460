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

    public static TheoryData<string, string> Refused =>
        new()
        {
            { """{"description":"x","redirectUrl":"http://a.example/"}""", "amount" },
            {
                """{"amount":{"currency":"EUR","value":10},"description":"x","redirectUrl":"http://a.example/"}""",
                "amount"
            },
            {
                """{"amount":{"currency":"EUR","value":"10"},"description":"x","redirectUrl":"http://a.example/"}""",
                "amount"
            },
            {
                """{"amount":{"currency":"EUR","value":"10.0"},"description":"x","redirectUrl":"http://a.example/"}""",
                "amount"
            },
            {
                """{"amount":{"currency":"EUR","value":"10,00"},"description":"x","redirectUrl":"http://a.example/"}""",
                "amount"
            },
            {
                """{"amount":{"currency":"EUR","value":"-1.00"},"description":"x","redirectUrl":"http://a.example/"}""",
                "amount"
            },
            {
                """{"amount":{"currency":"EUR","value":""},"description":"x","redirectUrl":"http://a.example/"}""",
                "amount"
            },
            {
                """{"amount":{"currency":"EUR","value":"0.00"},"description":"x","redirectUrl":"http://a.example/"}""",
                "amount"
            },
            {
                """{"amount":{"currency":"EUR","value":"10000000.00"},"description":"x","redirectUrl":"http://a.example/"}""",
                "amount"
            },
            {
                """{"amount":{"currency":"JPY","value":"10.00"},"description":"x","redirectUrl":"http://a.example/"}""",
                "amount"
            },
            {
                """{"amount":{"currency":"XXX","value":"10.00"},"description":"x","redirectUrl":"http://a.example/"}""",
                "amount"
            },
            {
                """{"amount":"10.00","description":"x","redirectUrl":"http://a.example/"}""",
                "amount"
            },
            {
                """{"amount":{"currency":"EUR","value":"10.00"},"redirectUrl":"http://a.example/"}""",
                "description"
            },
            {
                """{"amount":{"currency":"EUR","value":"10.00"},"description":"","redirectUrl":"http://a.example/"}""",
                "description"
            },
            {
                """{"amount":{"currency":"EUR","value":"10.00"},"description":"x"}""",
                "redirectUrl"
            },
            {
                """{"amount":{"currency":"EUR","value":"10.00"},"description":"x","redirectUrl":"nowhere"}""",
                "redirectUrl"
            },
            {
                """{"amount":{"currency":"EUR","value":"10.00"},"description":"x","redirectUrl":"http://a.example/","webhookUrl":"http://localhost:8080/hook"}""",
                "webhookUrl"
            },
            {
                """{"amount":{"currency":"EUR","value":"10.00"},"description":"x","redirectUrl":"http://a.example/","webhookUrl":"http://LOCALHOST./hook"}""",
                "webhookUrl"
            },
            {
                """{"amount":{"currency":"EUR","value":"10.00"},"description":"x","redirectUrl":"http://a.example/","method":"giropay"}""",
                "method"
            },
            {
                """{"amount":{"currency":"EUR","value":"10.00"},"description":"x","redirectUrl":"http://a.example/","locale":"de"}""",
                "locale"
            },
            {
                """{"amount":{"currency":"EUR","value":"10.00"},"description":"x","redirectUrl":"http://a.example/","profileId":"pfl_1"}""",
                "profileId"
            },
            {
                """{"amount":{"currency":"EUR","value":"10.00"},"description":"x","redirectUrl":"http://a.example/","testmode":true}""",
                "testmode"
            },
            {
                """{"amount":{"currency":"EUR","value":"10.00"},"description":"x","redirectUrl":"http://a.example/","sequenceType":"twice"}""",
                "sequenceType"
            },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_wrong_field_is_refused_with_422_and_its_name(string body, string field)
    {
        using var answer = await Create(JsonNode.Parse(body)!.AsObject());

        await AssertRefused(answer, 422, field);
    }

    [Fact]
    public async Task A_description_over_255_characters_is_refused()
    {
        var order = Order();
        order["description"] = new string('x', 256);

        using var answer = await Create(order);

        await AssertRefused(answer, 422, "description");
    }

    [Fact]
    public async Task Metadata_over_a_kilobyte_is_refused()
    {
        var order = Order();
        order["metadata"] = new string('x', 1100);

        using var answer = await Create(order);

        await AssertRefused(answer, 422, "metadata");
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
