using System.Text.Json.Nodes;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Mollie;

public sealed class RefundTests : MollieTest
{
    [Fact]
    public async Task A_refund_runs_from_pending_over_processing_to_refunded_and_calls_the_payments_webhook()
    {
        await using var merchant = await WebhookReceiver.Start();
        var id = await Paid(merchant.Url.ToString());
        await merchant.Next();
        var refund = await Refunded(id, "4.00");

        await Advance(TimeSpan.FromHours(2));
        var processing = (await merchant.Next(), await Status(id, refund));
        await Quiet();
        await Advance(TimeSpan.FromDays(1));
        var done = (await merchant.Next(), await Status(id, refund));

        Assert.Equal(($"id={id}", "processing"), (processing.Item1.Body, processing.Item2));
        Assert.Equal(($"id={id}", "refunded"), (done.Item1.Body, done.Item2));
    }

    [Fact]
    public async Task A_refund_lowers_what_is_left_and_the_payment_stays_paid()
    {
        var id = await Paid();

        await Refunded(id, "4.00");

        var payment = await Payment(id);
        Assert.Equal("paid", (string?)payment["status"]);
        Assert.Equal("4.00", (string?)payment["amountRefunded"]!["value"]);
        Assert.Equal("6.00", (string?)payment["amountRemaining"]!["value"]);
    }

    [Fact]
    public async Task More_than_what_is_left_is_refused()
    {
        var id = await Paid();
        await Refunded(id, "4.00");

        using var answer = await Refund(id, "6.01");

        await AssertRefused(answer, 422, "amount");
    }

    [Fact]
    public async Task The_same_amount_within_an_hour_is_a_duplicate()
    {
        var id = await Paid();
        await Refunded(id, "4.00");
        using var twin = await Refund(id, "4.00");
        await Advance(TimeSpan.FromHours(1));

        using var later = await Refund(id, "4.00");

        await AssertRefused(twin, 409, field: null);
        Assert.Equal(201, (int)later.StatusCode);
    }

    [Fact]
    public async Task A_pending_refund_can_be_cancelled_and_gives_its_amount_back()
    {
        var id = await Paid();
        var refund = await Refunded(id, "4.00");

        using var answer = await Call(HttpMethod.Delete, $"payments/{id}/refunds/{refund}");

        Assert.Equal(204, (int)answer.StatusCode);
        Assert.Equal("10.00", (string?)(await Payment(id))["amountRemaining"]!["value"]);
    }

    [Fact]
    public async Task A_refund_that_is_processing_cannot_be_cancelled()
    {
        var id = await Paid();
        var refund = await Refunded(id, "4.00");
        await Advance(TimeSpan.FromHours(2));
        await Quiet();

        using var answer = await Call(HttpMethod.Delete, $"payments/{id}/refunds/{refund}");

        await AssertRefused(answer, 422, field: null);
    }

    [Fact]
    public async Task A_failed_refund_gives_the_money_back_to_the_merchant()
    {
        await SwitchOn("mollie", "refund.fails");
        var id = await Paid();
        var refund = await Refunded(id, "10.00");

        await Advance(TimeSpan.FromHours(2));
        await Quiet();
        await Advance(TimeSpan.FromDays(1));
        await Quiet();

        Assert.Equal("failed", await Status(id, refund));
        Assert.Equal("10.00", (string?)(await Payment(id))["amountRemaining"]!["value"]);
    }

    [Fact]
    public async Task An_empty_balance_queues_the_refund_first()
    {
        await SwitchOn("mollie", "refund.queued");
        var id = await Paid();
        var refund = await Refunded(id, "4.00");
        var before = await Status(id, refund);

        await Advance(TimeSpan.FromDays(1));
        await Quiet();

        Assert.Equal("queued", before);
        Assert.Equal("pending", await Status(id, refund));
    }

    [Fact]
    public async Task One_jump_over_a_whole_life_ends_it()
    {
        var id = await Paid();
        var refund = await Refunded(id, "4.00");

        await Advance(TimeSpan.FromDays(10));
        await Quiet();

        Assert.Equal("refunded", await Status(id, refund));
    }

    [Theory]
    [InlineData("open")]
    [InlineData("failed")]
    public async Task What_was_not_paid_cannot_be_refunded(string status)
    {
        var id = await CreatedId(Order());
        if (status != "open")
            (await Pay(id, status)).Dispose();

        using var answer = await Refund(id, "4.00");

        await AssertRefused(answer, 422, field: null);
    }

    [Fact]
    public async Task Refunds_can_be_embedded_in_their_payment()
    {
        var id = await Paid();
        var refund = await Refunded(id, "4.00");

        using var answer = await Call(HttpMethod.Get, $"payments/{id}?embed=refunds");

        Assert.Equal(refund, (string?)(await Json(answer))["_embedded"]!["refunds"]![0]!["id"]);
    }

    private async Task<string> Paid(string? webhook = null)
    {
        var id = await CreatedId(Order(webhook));
        (await Pay(id)).Dispose();
        return id;
    }

    private Task<HttpResponseMessage> Refund(string payment, string value) =>
        Call(
            HttpMethod.Post,
            $"payments/{payment}/refunds",
            new()
            {
                ["amount"] = new JsonObject { ["currency"] = "EUR", ["value"] = value },
            }
        );

    private async Task<string> Refunded(string payment, string value)
    {
        using var answer = await Refund(payment, value);
        Assert.Equal(201, (int)answer.StatusCode);
        return (string)(await Json(answer))["id"]!;
    }

    private async Task<string?> Status(string payment, string refund)
    {
        using var answer = await Call(HttpMethod.Get, $"payments/{payment}/refunds/{refund}");
        return (string?)(await Json(answer))["status"];
    }
}
