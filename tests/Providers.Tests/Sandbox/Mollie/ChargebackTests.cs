using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Mollie;

public sealed class ChargebackTests : RecurringTest
{
    [Fact]
    public async Task A_chargeback_calls_the_payments_webhook_and_is_read_from_the_payment()
    {
        await using var merchant = await WebhookReceiver.Start();
        var id = await CreatedId(Order(merchant.Url.ToString()));
        (await Pay(id)).Dispose();
        await merchant.Next();

        using var made = await ChargeBack(id, "MD06");

        Assert.Equal($"id={id}", (await merchant.Next()).Body);
        using var read = await Call(HttpMethod.Get, $"payments/{id}?embed=chargebacks");
        var payment = await Json(read);
        var chargeback = payment["_embedded"]!["chargebacks"]!.AsArray().Single()!;
        Assert.Equal("paid", (string?)payment["status"]);
        Assert.Equal("10.00", (string?)payment["amountChargedBack"]!["value"]);
        Assert.Equal("0.00", (string?)payment["amountRemaining"]!["value"]);
        Assert.Equal("MD06", (string?)chargeback["reason"]!["code"]);
        Assert.Equal("-10.00", (string?)chargeback["settlementAmount"]!["value"]);
        Assert.Null(chargeback["reversedAt"]);
    }

    [Fact]
    public async Task A_reversal_gives_the_money_back()
    {
        var id = await CreatedId(Order());
        (await Pay(id)).Dispose();
        using var made = await ChargeBack(id, "AM04");
        var chargeback = (string)(await Json(made))["id"]!;

        using var reversed = await Http.PostAsync(
            Control($"control/mollie/chargebacks/{chargeback}/reverse"),
            null
        );
        using var again = await Http.PostAsync(
            Control($"control/mollie/chargebacks/{chargeback}/reverse"),
            null
        );

        using var listed = await Call(HttpMethod.Get, "chargebacks");
        Assert.Equal(200, (int)reversed.StatusCode);
        Assert.Equal(409, (int)again.StatusCode);
        Assert.Equal("10.00", (string?)(await Payment(id))["amountRemaining"]!["value"]);
        Assert.NotNull((await Json(listed))["_embedded"]!["chargebacks"]![0]!["reversedAt"]);
    }

    [Fact]
    public async Task A_payment_is_charged_back_once()
    {
        var id = await CreatedId(Order());
        (await Pay(id)).Dispose();
        (await ChargeBack(id, "MD06")).Dispose();

        using var again = await ChargeBack(id, "MD06");

        Assert.Equal(409, (int)again.StatusCode);
    }

    [Fact]
    public async Task A_closed_account_ends_the_mandate()
    {
        var customer = await Customer();
        var mandate = await Mandate(customer);
        var id = await CreatedId(Recurring(customer));
        await Advance(TimeSpan.FromDays(5));
        await Quiet();

        (await ChargeBack(id, "AC04")).Dispose();

        Assert.Equal("invalid", await MandateStatus(customer, mandate));
    }

    private Task<HttpResponseMessage> ChargeBack(string payment, string reason) =>
        Http.PostAsJsonAsync(
            Control($"control/mollie/payments/{payment}/chargebacks"),
            new { reason }
        );
}
