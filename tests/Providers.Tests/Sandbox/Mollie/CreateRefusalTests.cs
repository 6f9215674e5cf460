using System.Text.Json.Nodes;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Mollie;

public sealed class CreateRefusalTests : MollieTest
{
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
}
