using System.Text.Json.Nodes;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Mollie;

public sealed class WebhookTests : MollieTest
{
    private static readonly double[] PausesInMinutes = [1, 2, 4, 8, 16, 29, 60, 120, 22 * 60];

    [Theory]
    [InlineData("paid")]
    [InlineData("failed")]
    [InlineData("canceled")]
    [InlineData("expired")]
    [InlineData("authorized")]
    public async Task A_webhook_is_a_form_post_of_the_id_and_nothing_else(string status)
    {
        await using var merchant = await WebhookReceiver.Start();
        var id = await CreatedId(Order(merchant.Url.ToString()));

        (await Pay(id, status)).Dispose();

        var expected = new ReceivedCall(
            "POST",
            "application/x-www-form-urlencoded",
            "Mollie HTTP client/1.0",
            $"id={id}"
        );
        Assert.Equal(expected, await merchant.Next());
    }

    [Fact]
    public async Task Pending_is_silent()
    {
        await using var merchant = await WebhookReceiver.Start();
        var id = await CreatedId(Order(merchant.Url.ToString()));

        (await Pay(id, "pending")).Dispose();

        await Quiet();
        Assert.Empty(merchant.All);
    }

    [Fact]
    public async Task An_update_is_silent()
    {
        await using var merchant = await WebhookReceiver.Start();
        var id = await CreatedId(Order(merchant.Url.ToString()));

        (
            await Call(HttpMethod.Patch, $"payments/{id}", new() { ["description"] = "New words" })
        ).Dispose();

        await Quiet();
        Assert.Empty(merchant.All);
    }

    [Fact]
    public async Task A_delivered_webhook_is_not_sent_again()
    {
        await using var merchant = await WebhookReceiver.Start();
        (await Pay(await CreatedId(Order(merchant.Url.ToString())))).Dispose();
        await merchant.Next();
        await Quiet();

        await Advance(TimeSpan.FromDays(2));

        await Quiet();
        Assert.Single(merchant.All);
    }

    [Fact]
    public async Task Without_a_200_there_are_ten_attempts_in_26_hours_and_then_silence()
    {
        await using var merchant = await WebhookReceiver.Start();
        merchant.Answer = _ => Task.FromResult(500);
        (await Pay(await CreatedId(Order(merchant.Url.ToString())))).Dispose();
        await merchant.Next();
        await Quiet();

        foreach (var minutes in PausesInMinutes)
        {
            // A second before the pause is over nothing comes; the attempt took a moment of real time itself.
            await Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(10));
            await Quiet();
            var early = merchant.All.Count;
            await Advance(TimeSpan.FromSeconds(10));
            await merchant.Next();
            await Quiet();
            Assert.Equal(early + 1, merchant.All.Count);
        }
        await Advance(TimeSpan.FromDays(30));

        await Quiet();
        Assert.Equal(10, merchant.All.Count);
        Assert.Empty((await Webhooks())["waiting"]!.AsArray());
        Assert.Equal(10, (await Webhooks())["done"]![0]!["attempts"]!.AsArray().Count);
    }

    [Theory]
    [InlineData(201)]
    [InlineData(204)]
    [InlineData(404)]
    public async Task Only_200_counts_as_success(int status)
    {
        await using var merchant = await WebhookReceiver.Start();
        merchant.Answer = _ => Task.FromResult(status);
        (await Pay(await CreatedId(Order(merchant.Url.ToString())))).Dispose();
        await merchant.Next();
        await Quiet();

        Assert.Single((await Webhooks())["waiting"]!.AsArray());
    }

    [Fact]
    public async Task A_merchant_who_cannot_be_reached_gets_the_next_attempt_after_a_minute()
    {
        var merchant = await WebhookReceiver.Start();
        var url = merchant.Url.ToString();
        await merchant.DisposeAsync();

        (await Pay(await CreatedId(Order(url)))).Dispose();

        await Quiet();
        var waiting = (await Webhooks())["waiting"]!.AsArray().Single()!;
        Assert.Null(waiting["attempts"]![0]!["status"]);
        Assert.Equal("ConnectionError", (string?)waiting["attempts"]![0]!["error"]);
    }

    [Fact]
    public async Task What_was_due_is_delivered_after_a_restart()
    {
        var merchant = await WebhookReceiver.Start();
        await using var _ = merchant;
        merchant.Answer = _ => Task.FromResult(503);
        var id = await CreatedId(Order(merchant.Url.ToString()));
        (await Pay(id)).Dispose();
        await merchant.Next();
        await Quiet();

        await Restart();
        merchant.Answer = _ => Task.FromResult(200);
        await Advance(TimeSpan.FromMinutes(1));

        Assert.Equal($"id={id}", (await merchant.Next()).Body);
        await Quiet();
        Assert.Empty((await Webhooks())["waiting"]!.AsArray());
    }

    private Task<JsonNode> Webhooks() => GetJson("control/mollie/webhooks");
}
