using System.Globalization;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Mollie;

public sealed class ExpiryTests : MollieTest
{
    [Theory]
    [InlineData(null, 15)]
    [InlineData("ideal", 15)]
    [InlineData("paysafecard", 15)]
    [InlineData("creditcard", 30)]
    [InlineData("bancontact", 60)]
    [InlineData("klarna", 48 * 60)]
    [InlineData("paypal", 72 * 60)]
    public async Task The_method_says_when_a_payment_expires(string? method, int minutes)
    {
        var payment = await Created(Order(method: method));

        Assert.Equal(
            TimeSpan.FromMinutes(minutes),
            At(payment["expiresAt"]!) - At(payment["createdAt"]!)
        );
    }

    [Fact]
    public async Task A_bank_transfer_waits_twelve_days_and_never_ends_on_a_weekend()
    {
        var payment = await Created(Order(method: "banktransfer"));

        var expiry = At(payment["expiresAt"]!);
        Assert.InRange((expiry - At(payment["createdAt"]!)).TotalDays, 12, 14);
        Assert.DoesNotContain(expiry.DayOfWeek, new[] { DayOfWeek.Saturday, DayOfWeek.Sunday });
    }

    [Fact]
    public async Task A_payment_is_open_until_its_last_second_and_expired_after_it()
    {
        var id = await CreatedId(Order(method: "creditcard"));

        await Advance(TimeSpan.FromMinutes(29));
        var before = await Payment(id);
        await Advance(TimeSpan.FromMinutes(1));
        var after = await Payment(id);

        Assert.Equal("open", (string?)before["status"]);
        Assert.Equal("expired", (string?)after["status"]);
    }

    [Fact]
    public async Task Expiry_is_announced_by_webhook_without_anyone_asking()
    {
        await using var merchant = await WebhookReceiver.Start();
        var id = await CreatedId(Order(merchant.Url.ToString()));

        await Advance(TimeSpan.FromMinutes(16));

        Assert.Equal($"id={id}", (await merchant.Next()).Body);
    }

    [Fact]
    public async Task A_payment_that_ran_out_of_time_cannot_be_paid_any_more()
    {
        var id = await CreatedId(Order());
        await Advance(TimeSpan.FromMinutes(16));

        using var answer = await Pay(id);

        Assert.Equal(409, (int)answer.StatusCode);
    }

    private static DateTimeOffset At(System.Text.Json.Nodes.JsonNode stamp) =>
        DateTimeOffset.Parse((string)stamp!, CultureInfo.InvariantCulture);
}
