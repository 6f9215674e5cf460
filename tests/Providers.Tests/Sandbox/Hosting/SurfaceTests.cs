using System.Net;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Hosting;

public sealed class SurfaceTests : SandboxTest
{
    [Fact]
    public void Each_surface_has_a_port_of_its_own()
    {
        int[] ports =
        [
            Host.Control.Port,
            Host.Panel.Port,
            .. Host.Nodes.Select(node => node.Port),
            Host.SmtpPort,
        ];

        Assert.Equal(5, ports.Distinct().Count());
        Assert.DoesNotContain(0, ports);
    }

    [Fact]
    public async Task The_control_API_is_on_the_control_port_only()
    {
        using var control = await Http.GetAsync(new Uri(Host.Control, "control/clock"));
        using var panel = await Http.GetAsync(new Uri(Host.Panel, "control/clock"));
        using var node = await Http.GetAsync(new Uri(Host.Nodes[0], "control/clock"));

        Assert.Equal(HttpStatusCode.OK, control.StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, panel.StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, node.StatusCode);
    }

    [Fact]
    public async Task A_forged_host_header_does_not_reach_another_surface()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(Host.Panel, "control/clock")
        );
        request.Headers.Host = Host.Control.Authority;

        using var answer = await Http.SendAsync(request);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_addresses_are_told()
    {
        var addresses = await GetJson("control/addresses");

        Assert.Equal(Host.Panel.ToString(), (string?)addresses["panel"]);
        Assert.Equal(Host.SmtpPort, (int)addresses["smtpPort"]!);
    }
}
