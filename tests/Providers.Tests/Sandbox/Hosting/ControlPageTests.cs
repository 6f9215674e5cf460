using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Hosting;

public sealed class ControlPageTests : SandboxTest
{
    [Theory]
    [InlineData("mollie", "webhook.duplicate")]
    [InlineData("smtp", "rcpt.greylist")]
    public async Task Each_simulator_has_a_page_with_its_switches_linked_from_the_overview(
        string simulator,
        string fault
    )
    {
        var overview = await Http.GetStringAsync(Host.Control);
        var page = await Http.GetStringAsync(Control($"control/{simulator}"));

        Assert.Contains($"href=\"/control/{simulator}\"", overview, StringComparison.Ordinal);
        Assert.Contains(fault, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_click_switches_a_fault_on_and_another_one_off()
    {
        (await Click("on")).Dispose();
        var on = await GetJson("control/faults/mollie/call.503");
        (await Click("off")).Dispose();
        var off = await GetJson("control/faults/mollie/call.503");

        Assert.Equal(3, (int)on["switches"]![0]!["remaining"]!);
        Assert.Equal("payments.create", (string?)on["switches"]![0]!["target"]);
        Assert.Empty(off["switches"]!.AsArray());
    }

    [Fact]
    public async Task An_unknown_simulator_has_no_page()
    {
        using var answer = await Http.GetAsync(Control("control/nonsense"));

        Assert.Equal(404, (int)answer.StatusCode);
    }

    private async Task<HttpResponseMessage> Click(string what)
    {
        using var form = new FormUrlEncodedContent([
            new("fault", "call.503"),
            new("do", what),
            new("remaining", "3"),
            new("target", "payments.create"),
        ]);
        return await Http.PostAsync(Control("control/mollie"), form);
    }
}
