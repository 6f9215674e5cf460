using System.Net.Http.Json;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Mollie;

public sealed class StatusTests : MollieTest
{
    public static TheoryData<string[], string, bool> Arrows
    {
        get
        {
            string[] all = ["pending", "authorized", "paid", "failed", "canceled", "expired"];
            var arrows = new TheoryData<string[], string, bool>();
            foreach (var to in all)
            {
                arrows.Add([], to, true);
                arrows.Add(["pending"], to, to is "paid" or "failed" or "canceled" or "expired");
                arrows.Add(["authorized"], to, to is "paid" or "canceled" or "expired");
                foreach (var final in all[2..])
                    arrows.Add([final], to, false);
            }
            return arrows;
        }
    }

    [Theory]
    [MemberData(nameof(Arrows))]
    public async Task Only_the_arrows_of_the_status_machine_exist(
        string[] before,
        string to,
        bool legal
    )
    {
        var id = await CreatedId(Order());
        foreach (var status in before)
            (await Decide(id, status)).Dispose();

        using var answer = await Decide(id, to);

        Assert.Equal(legal ? 200 : 409, (int)answer.StatusCode);
        Assert.Equal(legal ? to : before[^1], (string?)(await Payment(id))["status"]);
    }

    [Theory]
    [InlineData("paid", "paidAt")]
    [InlineData("failed", "failedAt")]
    [InlineData("canceled", "canceledAt")]
    [InlineData("expired", "expiredAt")]
    public async Task A_final_payment_has_its_stamp_and_neither_checkout_nor_cancel(
        string status,
        string stamp
    )
    {
        var id = await CreatedId(Order());

        (await Pay(id, status)).Dispose();

        var payment = await Payment(id);
        Assert.Equal(status, (string?)payment["status"]);
        Assert.NotNull(payment[stamp]);
        Assert.Null(payment["isCancelable"]);
        Assert.Null(payment["expiresAt"]);
        Assert.Null(payment["_links"]!["checkout"]);
    }

    [Fact]
    public async Task A_paid_payment_tells_method_country_details_and_what_is_left_to_refund()
    {
        var id = await CreatedId(Order());

        (await Pay(id, "paid", "paypal")).Dispose();

        var payment = await Payment(id);
        Assert.Equal("paypal", (string?)payment["method"]);
        Assert.Equal("DE", (string?)payment["countryCode"]);
        Assert.NotNull(payment["details"]!["paypalReference"]);
        Assert.Equal("0.00", (string?)payment["amountRefunded"]!["value"]);
        Assert.Equal("10.00", (string?)payment["amountRemaining"]!["value"]);
    }

    [Theory]
    [InlineData("1004.00", "card_expired")]
    [InlineData("1007.00", "insufficient_funds")]
    [InlineData("20.00", "unknown_reason")]
    public async Task The_amount_says_why_a_card_fails_in_test_mode(string value, string reason)
    {
        var id = await CreatedId(Order(value: value, method: "creditcard"));

        (await Pay(id, "failed")).Dispose();

        Assert.Equal(reason, (string?)(await Payment(id))["details"]!["failureReason"]);
    }

    [Fact]
    public async Task The_merchant_cancels_an_open_payment()
    {
        var id = await CreatedId(Order());

        using var answer = await Call(HttpMethod.Delete, $"payments/{id}");

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("canceled", (string?)(await Json(answer))["status"]);
    }

    [Fact]
    public async Task A_paid_payment_cannot_be_cancelled()
    {
        var id = await CreatedId(Order());
        (await Pay(id)).Dispose();

        using var answer = await Call(HttpMethod.Delete, $"payments/{id}");

        await AssertRefused(answer, 422, field: null);
        Assert.Equal("paid", (string?)(await Payment(id))["status"]);
    }

    [Fact]
    public async Task A_payment_that_is_not_cancelable_says_so_and_stays_open()
    {
        await SwitchOn("mollie", "payment.not-cancelable", new { remaining = 1 });
        var payment = await Created(Order());

        using var answer = await Call(HttpMethod.Delete, $"payments/{payment["id"]}");

        Assert.False((bool)payment["isCancelable"]!);
        await AssertRefused(answer, 422, field: null);
    }

    [Fact]
    public async Task An_update_changes_what_it_names_and_nothing_else()
    {
        var id = await CreatedId(Order("http://127.0.0.1:9/hook"));

        using var answer = await Call(
            HttpMethod.Patch,
            $"payments/{id}",
            new() { ["description"] = "New words" }
        );

        var payment = await Payment(id);
        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("New words", (string?)payment["description"]);
        Assert.Equal("http://127.0.0.1:9/hook", (string?)payment["webhookUrl"]);
        Assert.Equal("intent-1", (string?)payment["metadata"]!["intentId"]);
    }

    private Task<HttpResponseMessage> Decide(string id, string status) =>
        Http.PostAsJsonAsync(Control($"control/mollie/payments/{id}"), new { status });
}
