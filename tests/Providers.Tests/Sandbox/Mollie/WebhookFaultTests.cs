using System.Text.Json.Nodes;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Mollie;

public sealed class WebhookFaultTests : MollieTest
{
    [Fact]
    public async Task Duplicate_delivers_twice_one_after_the_other()
    {
        await using var merchant = await WebhookReceiver.Start();
        await SwitchOn("mollie", "webhook.duplicate");

        (await Pay(await CreatedId(Order(merchant.Url.ToString())))).Dispose();

        var first = await merchant.Next();
        Assert.Equal(first, await merchant.Next());
        await Quiet();
        Assert.Equal(2, merchant.All.Count);
    }

    [Fact]
    public async Task Concurrent_delivers_twice_at_the_same_moment()
    {
        await using var merchant = await WebhookReceiver.Start();
        var both = new TaskCompletionSource<int>();
        merchant.Answer = _ => both.Task;
        await SwitchOn("mollie", "webhook.concurrent");

        (await Pay(await CreatedId(Order(merchant.Url.ToString())))).Dispose();

        // Neither is answered before both are there, so this only ends when they overlap.
        await merchant.Next();
        await merchant.Next();
        both.SetResult(200);
        await Quiet();
        Assert.Equal(2, merchant.All.Count);
    }

    [Fact]
    public async Task Early_delivers_before_the_create_call_is_answered()
    {
        await using var merchant = await WebhookReceiver.Start();
        await SwitchOn("mollie", "webhook.early", new { remaining = 1 });

        var id = await CreatedId(Order(merchant.Url.ToString()));

        Assert.Equal($"id={id}", merchant.All.Single().Body);
    }

    [Fact]
    public async Task Drop_loses_the_attempt_and_the_schedule_goes_on()
    {
        await using var merchant = await WebhookReceiver.Start();
        await SwitchOn("mollie", "webhook.drop", new { remaining = 2 });
        var id = await CreatedId(Order(merchant.Url.ToString()));

        (await Pay(id)).Dispose();
        await Quiet();
        await Advance(TimeSpan.FromMinutes(1));
        await Quiet();
        Assert.Empty(merchant.All);
        await Advance(TimeSpan.FromMinutes(2));

        Assert.Equal($"id={id}", (await merchant.Next()).Body);
    }

    [Fact]
    public async Task Reorder_lets_a_later_delivery_overtake()
    {
        await using var merchant = await WebhookReceiver.Start();
        await SwitchOn(
            "mollie",
            "webhook.reorder",
            new { remaining = 1, delayMilliseconds = 600_000 }
        );
        var first = await CreatedId(Order(merchant.Url.ToString()));
        var second = await CreatedId(Order(merchant.Url.ToString()));

        (await Pay(first)).Dispose();
        (await Pay(second)).Dispose();

        Assert.Equal($"id={second}", (await merchant.Next()).Body);
        Assert.Equal($"id={first}", (await merchant.Next()).Body);
    }

    [Fact]
    public async Task Late_expiry_ends_the_older_attempt_of_the_same_intent_after_the_paid_one()
    {
        await using var merchant = await WebhookReceiver.Start();
        await SwitchOn("mollie", "webhook.late-expiry");
        var older = await CreatedId(Order(merchant.Url.ToString()));
        var paid = await CreatedId(Order(merchant.Url.ToString()));

        (await Pay(paid)).Dispose();

        var announced = new[] { (await merchant.Next()).Body, (await merchant.Next()).Body };
        Assert.Equal(
            [$"id={paid}", $"id={older}"],
            announced.OrderBy(body => body != $"id={paid}")
        );
        Assert.Equal("expired", (string?)(await Payment(older))["status"]);
        Assert.Equal("paid", (string?)(await Payment(paid))["status"]);
    }

    [Fact]
    public async Task Late_expiry_leaves_another_intent_alone()
    {
        await SwitchOn("mollie", "webhook.late-expiry");
        var stranger = Order();
        stranger["metadata"] = new JsonObject { ["intentId"] = "intent-2" };
        var other = await CreatedId(stranger);
        var paid = await CreatedId(Order());

        (await Pay(paid)).Dispose();

        Assert.Equal("open", (string?)(await Payment(other))["status"]);
    }
}
