using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Mollie;

public sealed class CheckoutTests : MollieTest
{
    [Fact]
    public async Task The_page_shows_sum_and_description_and_a_button_to_pay()
    {
        var id = await CreatedId(Order());

        var page = await Http.GetStringAsync(Control($"mollie/checkout/{id}"));

        Assert.Contains("10.00 EUR", page, StringComparison.Ordinal);
        Assert.Contains("Top-up 4711", page, StringComparison.Ordinal);
        Assert.Contains("value=\"paid\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_description_cannot_smuggle_markup_into_the_page()
    {
        var order = Order();
        order["description"] = "<script>alert(1)</script>";
        var id = await CreatedId(order);

        var page = await Http.GetStringAsync(Control($"mollie/checkout/{id}"));

        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("paid")]
    [InlineData("failed")]
    [InlineData("expired")]
    public async Task A_decision_sends_the_payer_back_to_the_shop(string status)
    {
        var id = await CreatedId(Order());

        using var answer = await Pay(id, status);

        Assert.Equal(303, (int)answer.StatusCode);
        Assert.Equal("http://127.0.0.1:8080/return", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_payer_who_cancels_goes_to_the_cancel_url()
    {
        var order = Order();
        order["cancelUrl"] = "http://127.0.0.1:8080/cancelled";
        var id = await CreatedId(order);

        using var answer = await Pay(id, "canceled");

        Assert.Equal("http://127.0.0.1:8080/cancelled", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_page_of_a_paid_payment_offers_nothing_to_pay()
    {
        var id = await CreatedId(Order());
        (await Pay(id)).Dispose();

        var page = await Http.GetStringAsync(Control($"mollie/checkout/{id}"));

        Assert.Contains("is paid", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<button", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deciding_twice_is_refused()
    {
        var id = await CreatedId(Order());
        (await Pay(id)).Dispose();

        using var answer = await Pay(id, "failed");

        Assert.Equal(409, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Of_ten_decisions_at_once_one_counts()
    {
        var id = await CreatedId(Order());

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Pay(id)));

        Assert.Single(answers, answer => (int)answer.StatusCode == 303);
        Assert.Equal(9, answers.Count(answer => (int)answer.StatusCode == 409));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task An_unknown_status_is_refused_and_changes_nothing()
    {
        var id = await CreatedId(Order());

        using var answer = await Pay(id, "rich");

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal("open", (string?)(await Payment(id))["status"]);
    }

    [Fact]
    public async Task A_failed_attempt_may_lead_back_to_the_choice_of_method_without_any_webhook()
    {
        await using var merchant = await WebhookReceiver.Start();
        await SwitchOn("mollie", "checkout.back-to-choice");
        var id = await CreatedId(Order(merchant.Url.ToString()));

        using var answer = await Pay(id, "failed");

        await Quiet();
        Assert.Equal($"/mollie/checkout/{id}", answer.Headers.Location?.ToString());
        Assert.Equal("open", (string?)(await Payment(id))["status"]);
        Assert.Empty(merchant.All);
    }
}
