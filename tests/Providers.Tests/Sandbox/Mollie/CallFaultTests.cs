using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Mollie;

public sealed class CallFaultTests : MollieTest
{
    [Theory]
    [InlineData("call.429", 429)]
    [InlineData("call.503", 503)]
    public async Task A_refused_call_does_nothing_and_a_retry_with_the_same_key_succeeds(
        string fault,
        int status
    )
    {
        await SwitchOn("mollie", fault, new { remaining = 1 });

        using var refused = await Create(Order(), "key-1");
        await AssertRefused(refused, status, field: null);
        Assert.Equal(0, await Count());
        using var retried = await Create(Order(), "key-1");

        Assert.Equal(201, (int)retried.StatusCode);
        Assert.False(retried.Headers.Contains("Idempotent-Replayed"));
        Assert.Equal(1, await Count());
    }

    [Fact]
    public async Task A_lost_answer_leaves_the_payment_and_a_retry_with_the_same_key_finds_it()
    {
        await SwitchOn("mollie", "create.lost-answer", new { remaining = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => Create(Order(), "key-1"));
        using var retried = await Create(Order(), "key-1");

        Assert.Equal(201, (int)retried.StatusCode);
        Assert.Equal("true", retried.Headers.GetValues("Idempotent-Replayed").Single());
        Assert.Equal(1, await Count());
    }

    [Fact]
    public async Task A_lost_answer_without_a_key_makes_two_payments()
    {
        await SwitchOn("mollie", "create.lost-answer", new { remaining = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => Create(Order()));
        await Created(Order());

        Assert.Equal(2, await Count());
    }

    [Fact]
    public async Task A_late_answer_meets_the_callers_time_out_after_the_payment_was_made()
    {
        await using var merchant = await WebhookReceiver.Start();
        await SwitchOn("mollie", "webhook.early", new { remaining = 1 });
        await SwitchOn("mollie", "create.slow-answer", new { remaining = 1 });
        using var patience = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, Control("mollie/v2/payments"));
        request.Headers.Authorization = new("Bearer", TestKey);
        request.Content = JsonContent.Create(Order(merchant.Url.ToString()));

        // The early webhook tells that the payment exists; only then does the caller lose patience.
        var waiting = Http.SendAsync(request, patience.Token);
        await merchant.Next();
        await patience.CancelAsync();

        await Assert.ThrowsAsync<TaskCanceledException>(() => waiting);
        Assert.Equal(1, await Count());
    }

    [Fact]
    public async Task A_truncated_answer_is_no_JSON_although_the_payment_was_made()
    {
        await SwitchOn(
            "mollie",
            "call.truncated",
            new { remaining = 1, target = "payments.create" }
        );

        using var answer = await Create(Order());

        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(201, (int)answer.StatusCode);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(text));
        Assert.Equal(1, await Count());
    }

    [Fact]
    public async Task A_fault_for_one_operation_spares_the_others()
    {
        await SwitchOn("mollie", "call.503", new { target = "payments.create" });
        using var create = await Create(Order());

        Assert.Equal(503, (int)create.StatusCode);
        Assert.Equal(0, await Count());
    }

    private async Task<int> Count()
    {
        using var answer = await Call(HttpMethod.Get, "payments");
        return (int)(await Json(answer))["count"]!;
    }
}
