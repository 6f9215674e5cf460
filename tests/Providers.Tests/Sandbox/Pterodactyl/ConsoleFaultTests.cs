using Elizon.Sandbox;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class ConsoleFaultTests : ServerTest
{
    protected override void Configure(SandboxOptions options)
    {
        base.Configure(options);
        options.Pterodactyl.ThrottleLines = 100;
    }

    [Fact]
    public async Task A_daemon_restart_cuts_sockets_without_a_close_frame_and_refuses_old_tokens()
    {
        var server = await Running();
        var (socket, token) = await Ticket(server);
        await using var console = await Console(server);
        await console.Next("status");

        await ControlPost($"nodes/{server.Node}/restart");
        await console.ToEnd();
        await Quiet();

        Assert.Null(console.CloseStatus);
        await using var again = await TestConsole.Connect(socket, Origin);
        await again.Send("auth", token);
        Assert.EndsWith(
            "]: jwt: created too far in past (denylist)",
            (await again.Next("jwt error")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_restarted_daemon_takes_its_running_servers_over_with_their_log()
    {
        var server = await Running();
        await ControlPost($"nodes/{server.Node}/restart");
        await Quiet();

        await using var console = await ConsoleOnceTokensAreTaken(server);

        Assert.Equal("running", (await console.Next("status")).Text);
        await console.Send("send logs");
        await console.Next(
            "console output",
            line => line.Contains(")! For help", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task While_it_restarts_the_panel_gets_no_answer()
    {
        var server = await Running();
        await ControlPost($"nodes/{server.Node}/restart");

        var error = await Refused(HttpMethod.Post, $"{server.Path}/power", new { signal = "stop" });

        Assert.Equal((504, "DaemonConnectionException"), (error.Http, error.Code));
    }

    [Fact]
    public async Task An_installation_that_a_restart_interrupts_counts_as_usable()
    {
        await SwitchOn("pterodactyl", "install.hang", new { remaining = 1 });
        var server = await Installed();

        await ControlPost($"nodes/{server.Node}/restart");
        await Quiet();

        Assert.Null(await Status(server));
    }

    [Fact]
    public async Task A_switch_cuts_the_line_in_the_middle_of_a_message()
    {
        var server = await Running();
        await using var console = await Console(server);
        await console.Next("status");

        await SwitchOn("pterodactyl", "ws.drop", new { remaining = 1 });

        Assert.DoesNotContain(
            await console.ToEnd(),
            frame => frame.Text.Contains("cut in the mid", StringComparison.Ordinal)
        );
        Assert.Null(console.CloseStatus);
    }

    [Fact]
    public async Task A_frame_that_is_not_UTF_8_ends_a_strict_client()
    {
        var server = await Running();
        await using var console = await Console(server);
        await console.Next("status");

        await SwitchOn("pterodactyl", "ws.invalid-utf8", new { remaining = 1 });

        await console.ToEnd();
    }

    [Theory]
    [InlineData("line.64k", 65_536)]
    [InlineData("line.invalid-utf8", 20)]
    [InlineData("line.ansi", 79)]
    public async Task Unusual_lines_arrive_whole(string fault, int length)
    {
        var server = await Running();
        await using var console = await Console(server);
        await console.Next("status");

        await SwitchOn("pterodactyl", fault, new { remaining = 1, target = server.Uuid });

        Assert.Equal(length, (await console.Next("console output")).Text.Length);
    }

    [Fact]
    public async Task A_flood_beyond_the_throttle_loses_lines_and_says_so_once_per_spell()
    {
        var server = await Running();
        await using var console = await Console(server);
        await console.Next("status");

        await ControlPost(
            $"servers/{server.Uuid}/print",
            new
            {
                text = "line {n}",
                count = 2000,
                perSecond = 20_000,
            }
        );

        await console.Next(
            "console output",
            line => line.Contains("outputting console data too quickly", StringComparison.Ordinal)
        );
        Assert.True(
            (long)(await GetJson($"control/pterodactyl/servers/{server.Uuid}"))["throttled"]! > 0
        );
    }

    [Fact]
    public async Task A_switch_floods_the_console()
    {
        var server = await Running();
        await using var console = await Console(server);
        await console.Next("status");

        await SwitchOn("pterodactyl", "console.flood", new { value = "500" });

        for (var n = 1; n <= 300; n++)
            Assert.Equal($"flood line {n}", (await console.Next("console output")).Text);
    }

    // A token taken within the second of the restart is refused, so it is asked for until the second is over.
    private async Task<TestConsole> ConsoleOnceTokensAreTaken(TestServer server)
    {
        var restarted = Environment.TickCount64;
        while (true)
        {
            var console = await Console(server);
            var first = await console.Next();
            if (first.Event == "auth success")
                return console;
            await console.DisposeAsync();
            Assert.True(Environment.TickCount64 - restarted < 5_000, first.Text);
        }
    }
}
