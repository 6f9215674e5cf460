using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Mollie;

public sealed class IdempotencyTests : MollieTest
{
    [Fact]
    public async Task The_same_key_and_request_replays_the_first_answer_and_says_so()
    {
        using var first = await Create(Order(), "key-1");
        using var second = await Create(Order(), "key-1");

        Assert.False(first.Headers.Contains("Idempotent-Replayed"));
        Assert.Equal("true", second.Headers.GetValues("Idempotent-Replayed").Single());
        Assert.Equal(201, (int)second.StatusCode);
        Assert.Equal(
            await first.Content.ReadAsStringAsync(),
            await second.Content.ReadAsStringAsync()
        );
        Assert.Equal(1, await Count());
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_400_and_creates_nothing()
    {
        (await Create(Order(), "key-1")).Dispose();

        using var answer = await Create(Order(value: "11.00"), "key-1");

        await AssertRefused(answer, 400, field: null);
        Assert.Equal(1, await Count());
    }

    [Fact]
    public async Task A_refusal_is_replayed_as_well()
    {
        (await Create(Order(value: "0.00"), "key-1")).Dispose();

        using var answer = await Create(Order(value: "0.00"), "key-1");

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.True(answer.Headers.Contains("Idempotent-Replayed"));
    }

    [Fact]
    public async Task After_one_hour_the_same_key_is_a_new_request()
    {
        var first = await Created(Order(), "key-1");
        await Advance(TimeSpan.FromMinutes(59));
        var replayed = await Created(Order(), "key-1");
        await Advance(TimeSpan.FromMinutes(1));
        var fresh = await Created(Order(), "key-1");

        Assert.Equal((string?)first["id"], (string?)replayed["id"]);
        Assert.NotEqual((string?)first["id"], (string?)fresh["id"]);
    }

    [Fact]
    public async Task While_the_first_request_runs_the_same_key_is_409()
    {
        await using var merchant = await WebhookReceiver.Start();
        var hold = new TaskCompletionSource<int>();
        merchant.Answer = _ => hold.Task;
        await SwitchOn("mollie", "webhook.early", new { remaining = 1 });

        // The create call stands still inside Mollie, because the merchant does not answer the early webhook.
        var first = Create(Order(merchant.Url.ToString()), "key-1");
        await merchant.Next();
        using var second = await Create(Order(merchant.Url.ToString()), "key-1");
        hold.SetResult(200);
        using var answer = await first;

        await AssertRefused(second, 409, field: null);
        Assert.Equal(201, (int)answer.StatusCode);
        Assert.Equal(1, await Count());
    }

    [Fact]
    public async Task Twenty_calls_at_once_with_one_key_make_one_payment()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Create(Order(), "key-1"))
        );

        Assert.All(answers, answer => Assert.Contains((int)answer.StatusCode, new[] { 201, 409 }));
        Assert.Equal(1, await Count());
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task Two_keys_are_two_payments()
    {
        await Created(Order(), "key-1");
        await Created(Order(), "key-2");

        Assert.Equal(2, await Count());
    }

    private async Task<int> Count()
    {
        using var answer = await Call(HttpMethod.Get, "payments");
        return (int)(await Json(answer))["count"]!;
    }
}
