using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Mollie;

/// <summary>What every test of the Mollie simulator needs: authorised calls and a payment.</summary>
public abstract class MollieTest : SandboxTest
{
    protected const string TestKey = "test_sandbox_elizon_0000000000000000";
    protected const string LiveKey = "live_sandbox_elizon_0000000000000000";

    protected static JsonObject Order(
        string? webhook = null,
        string value = "10.00",
        string? method = null
    )
    {
        var order = new JsonObject
        {
            ["amount"] = new JsonObject { ["currency"] = "EUR", ["value"] = value },
            ["description"] = "Top-up 4711",
            ["redirectUrl"] = "http://127.0.0.1:8080/return",
            ["metadata"] = new JsonObject { ["intentId"] = "intent-1" },
        };
        if (webhook is not null)
            order["webhookUrl"] = webhook;
        if (method is not null)
            order["method"] = method;
        return order;
    }

    protected async Task<HttpResponseMessage> Call(
        HttpMethod verb,
        string path,
        JsonObject? body = null,
        string? key = TestKey,
        string? idempotencyKey = null
    )
    {
        using var request = new HttpRequestMessage(verb, Control($"mollie/v2/{path}"));
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return await Http.SendAsync(request);
    }

    protected Task<HttpResponseMessage> Create(JsonObject body, string? idempotencyKey = null) =>
        Call(HttpMethod.Post, "payments", body, idempotencyKey: idempotencyKey);

    /// <summary>Creates a payment that has to succeed.</summary>
    protected async Task<JsonNode> Created(JsonObject body, string? idempotencyKey = null)
    {
        using var answer = await Create(body, idempotencyKey);
        Assert.Equal(201, (int)answer.StatusCode);
        return await Json(answer);
    }

    protected async Task<string> CreatedId(JsonObject body) => (string)(await Created(body))["id"]!;

    protected async Task<JsonNode> Payment(string id)
    {
        using var answer = await Call(HttpMethod.Get, $"payments/{id}");
        Assert.Equal(200, (int)answer.StatusCode);
        return await Json(answer);
    }

    /// <summary>What the payer does at the checkout page.</summary>
    protected async Task<HttpResponseMessage> Pay(
        string id,
        string status = "paid",
        string? method = null
    )
    {
        using var form = new FormUrlEncodedContent([
            new("status", status),
            new("method", method ?? string.Empty),
        ]);
        return await Http.PostAsync(Control($"mollie/checkout/{id}"), form);
    }

    protected static async Task<JsonNode> Json(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

    protected static async Task AssertRefused(HttpResponseMessage answer, int status, string? field)
    {
        var body = await Json(answer);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/hal+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(status, (int)body["status"]!);
        Assert.Equal(field, (string?)body["field"]);
        Assert.NotEmpty((string)body["title"]!);
        Assert.NotEmpty((string)body["detail"]!);
        Assert.NotNull(body["_links"]!["documentation"]!["href"]);
    }
}
