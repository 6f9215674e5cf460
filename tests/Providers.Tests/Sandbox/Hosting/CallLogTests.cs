using Elizon.Providers.Tests.Sandbox.Mollie;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Hosting;

public sealed class CallLogTests : MollieTest
{
    [Fact]
    public async Task A_call_is_in_the_log_as_soon_as_its_answer_is_there()
    {
        (await Call(HttpMethod.Get, "payments?limit=5")).Dispose();

        var log = await GetJson("control/calls/mollie");

        Assert.Equal(1, (int)log["total"]!);
        Assert.Equal("GET", (string?)log["calls"]![0]!["method"]);
        Assert.Equal("/mollie/v2/payments", (string?)log["calls"]![0]!["path"]);
        Assert.Equal("?limit=5", (string?)log["calls"]![0]!["query"]);
        Assert.Equal(200, (int)log["calls"]![0]!["status"]!);
    }

    [Fact]
    public async Task A_call_whose_answer_was_lost_is_logged_as_cut()
    {
        await SwitchOn("mollie", "create.lost-answer");
        await Assert.ThrowsAsync<HttpRequestException>(() => Create(Order()));

        var log = await GetJson("control/calls/mollie");

        Assert.Equal(0, (int)log["calls"]![0]!["status"]!);
    }

    [Fact]
    public async Task Clearing_starts_the_count_anew()
    {
        (await Call(HttpMethod.Get, "payments")).Dispose();

        (await Http.DeleteAsync(Control("control/calls/mollie"))).Dispose();

        Assert.Equal(0, (int)(await GetJson("control/calls/mollie"))["total"]!);
    }

    [Fact]
    public async Task Control_calls_and_checkout_pages_are_not_the_merchants_calls()
    {
        (await Http.GetAsync(Control("control/clock"))).Dispose();
        (await Http.GetAsync(Control("mollie/checkout/tr_none"))).Dispose();

        Assert.Equal(0, (int)(await GetJson("control/calls/mollie"))["total"]!);
    }
}
