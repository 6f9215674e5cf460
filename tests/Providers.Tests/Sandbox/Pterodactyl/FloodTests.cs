using Elizon.Sandbox;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

/// <summary>The rates that benchmarks use: what a reader keeps up with arrives whole and in order.</summary>
public sealed class FloodTests : ServerTest
{
    [Theory]
    [InlineData(20, 20)]
    [InlineData(2_000, 4_000)]
    [InlineData(5_000, 10_000)]
    public async Task All_lines_arrive_in_order(int perSecond, int count)
    {
        var server = await Running();
        await using var console = await Console(server);
        await console.Next("status");

        await ControlPost(
            $"servers/{server.Uuid}/print",
            new
            {
                text = "line {n} of a console with some length to it",
                count,
                perSecond,
            }
        );

        for (var n = 1; n <= count; n++)
            Assert.Equal(
                $"line {n} of a console with some length to it",
                (await console.Next("console output")).Text
            );
        var view = await GetJson($"control/pterodactyl/servers/{server.Uuid}");
        Assert.Equal((0, 0), ((long)view["throttled"]!, (long)view["lost"]!));
    }

    [Fact]
    public async Task A_hundred_servers_install_and_run_side_by_side()
    {
        for (var i = 0; i < 100; i++)
        {
            var body = await ServerBody();
            body["start_on_completion"] = true;
            await Create(body);
        }
        await Quiet();

        var view = await GetJson("control/pterodactyl/servers");

        Assert.All(
            view["servers"]!.AsArray(),
            server => Assert.Equal("running", (string?)server!["state"])
        );
    }

    protected override void Configure(SandboxOptions options)
    {
        base.Configure(options);
        options.Pterodactyl.AllocationsPerNode = 100;
    }
}
