using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Mollie;

public sealed class RecurringPaymentTests : RecurringTest
{
    [Fact]
    public async Task A_charge_needs_no_redirect_has_no_checkout_and_starts_pending()
    {
        var customer = await Customer();
        var mandate = await Mandate(customer);

        var payment = await Created(Recurring(customer));

        Assert.Equal("pending", (string?)payment["status"]);
        Assert.Equal("directdebit", (string?)payment["method"]);
        Assert.Equal(mandate, (string?)payment["mandateId"]);
        Assert.Null(payment["_links"]!["checkout"]);
        Assert.NotNull(payment["_links"]!["changePaymentState"]);
        Assert.NotNull(payment["_links"]!["mandate"]);
    }

    [Fact]
    public async Task A_card_is_charged_within_seconds()
    {
        await using var merchant = await WebhookReceiver.Start();
        var customer = await Customer();
        await CardMandate(customer);
        var id = await CreatedId(Recurring(customer, merchant.Url.ToString()));

        await Advance(TimeSpan.FromSeconds(2));

        Assert.Equal($"id={id}", (await merchant.Next()).Body);
        Assert.Equal("paid", (string?)(await Payment(id))["status"]);
    }

    [Fact]
    public async Task A_direct_debit_takes_days()
    {
        await using var merchant = await WebhookReceiver.Start();
        var customer = await Customer();
        await Mandate(customer);
        var id = await CreatedId(Recurring(customer, merchant.Url.ToString()));

        await Advance(TimeSpan.FromDays(4));
        await Quiet();
        var before = (string?)(await Payment(id))["status"];
        await Advance(TimeSpan.FromDays(1));

        Assert.Equal($"id={id}", (await merchant.Next()).Body);
        Assert.Equal("pending", before);
        Assert.Equal("paid", (string?)(await Payment(id))["status"]);
    }

    [Fact]
    public async Task A_refused_direct_debit_tells_the_banks_reason_and_ends_the_mandate_when_that_is_final()
    {
        await SwitchOn("mollie", "recurring.fails", new { remaining = 1, value = "AC04" });
        var customer = await Customer();
        var mandate = await Mandate(customer);
        var id = await CreatedId(Recurring(customer));

        await Advance(TimeSpan.FromDays(5));
        await Quiet();

        var payment = await Payment(id);
        Assert.Equal("failed", (string?)payment["status"]);
        Assert.Equal("AC04", (string?)payment["details"]!["bankReasonCode"]);
        Assert.Equal("invalid", await MandateStatus(customer, mandate));
    }

    [Fact]
    public async Task A_lack_of_money_leaves_the_mandate()
    {
        await SwitchOn("mollie", "recurring.fails", new { remaining = 1 });
        var customer = await Customer();
        var mandate = await Mandate(customer);
        var id = await CreatedId(Recurring(customer));

        await Advance(TimeSpan.FromDays(5));
        await Quiet();

        Assert.Equal("AM04", (string?)(await Payment(id))["details"]!["bankReasonCode"]);
        Assert.Equal("valid", await MandateStatus(customer, mandate));
    }

    [Fact]
    public async Task A_test_amount_makes_a_card_charge_fail()
    {
        var customer = await Customer();
        await CardMandate(customer);
        var id = await CreatedId(Recurring(customer, value: "1007.00"));

        await Advance(TimeSpan.FromSeconds(2));
        await Quiet();

        var payment = await Payment(id);
        Assert.Equal("failed", (string?)payment["status"]);
        Assert.Equal("insufficient_funds", (string?)payment["details"]!["failureReason"]);
    }

    [Fact]
    public async Task A_charge_without_a_mandate_is_refused()
    {
        using var answer = await Create(Recurring(await Customer()));

        await AssertRefused(answer, 422, "customerId");
    }
}
