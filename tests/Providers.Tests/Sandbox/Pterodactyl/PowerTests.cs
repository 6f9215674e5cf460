using System.Text.Json.Nodes;
using Elizon.Sandbox;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class PowerTests : ServerTest
{
    [Fact]
    public async Task A_start_goes_through_starting_to_running_and_ends_with_the_done_line()
    {
        var server = await Installed();
        await using var console = await Console(server);
        await console.Next("status");

        await Power(server, "start");

        Assert.Equal("starting", (await console.Next("status")).Text);
        var done = await console.Next(
            "console output",
            line => line.Contains(")! For help, type ", StringComparison.Ordinal)
        );
        Assert.Matches(@"^\[\d\d:\d\d:\d\d\] \[Server thread/INFO\]: Done", done.Text);
        Assert.Equal("running", (await console.Next("status")).Text);
    }

    [Fact]
    public async Task A_stop_goes_through_stopping_to_offline_and_ends_with_zeros()
    {
        var server = await Running();
        await using var console = await Console(server);
        await console.Next("status");

        await Power(server, "stop");

        Assert.Equal("stopping", (await console.Next("status")).Text);
        Assert.Equal("offline", (await console.Next("status")).Text);
        var stats = JsonNode.Parse((await console.Next("stats")).Text)!;
        Assert.Equal((0, "offline"), ((long)stats["memory_bytes"]!, (string?)stats["state"]));
    }

    [Fact]
    public async Task A_restart_comes_back_by_itself()
    {
        var server = await Running();
        await using var console = await Console(server);
        await console.Next("status");

        await Power(server, "restart");

        var states = new List<string>();
        for (var i = 0; i < 4; i++)
            states.Add((await console.Next("status")).Text);
        Assert.Equal(["stopping", "offline", "starting", "running"], states);
    }

    [Fact]
    public async Task A_second_action_is_silent_on_HTTP_and_an_error_on_the_socket()
    {
        var server = await Running();
        await SwitchOn("pterodactyl", "stop.hang", new { remaining = 1 });
        await using var console = await Console(server);
        await Power(server, "stop");

        await Power(server, "restart");
        await console.Send("set state", "restart");

        var error = await console.Next("daemon error");
        Assert.Matches(
            "^Error Event \\[[0-9a-f-]{36}\\]: another power action is currently being processed",
            error.Text
        );
    }

    [Fact]
    public async Task A_kill_passes_a_stop_that_hangs()
    {
        var server = await Running();
        await SwitchOn("pterodactyl", "stop.hang", new { remaining = 1 });
        await Power(server, "stop");

        await Power(server, "kill");

        Assert.Equal("offline", await State(server));
    }

    [Fact]
    public async Task Starting_a_running_server_is_204_and_nothing_happens()
    {
        var server = await Running();
        await using var console = await Console(server);
        await console.Next("status");

        await Power(server, "start");

        Assert.DoesNotContain(await console.Drain(), frame => frame.Event == "status");
    }

    [Fact]
    public async Task An_unknown_signal_is_422()
    {
        var server = await Installed();

        var error = await Refused(
            HttpMethod.Post,
            $"{server.Path}/power",
            new { signal = "explode" }
        );

        Assert.Equal((422, "signal", "in"), (error.Http, error.Field, error.Rule));
    }

    [Fact]
    public async Task A_command_to_an_offline_server_is_502()
    {
        var server = await Installed();

        var error = await Refused(
            HttpMethod.Post,
            $"{server.Path}/command",
            new { command = "say hi" }
        );

        Assert.Equal(
            (502, "HttpException", "Server must be online in order to send commands."),
            (error.Http, error.Code, error.Detail)
        );
    }

    [Fact]
    public async Task Stop_typed_into_the_console_stops_the_server()
    {
        var server = await Running();
        await using var console = await Console(server);
        await console.Next("status");

        await Post($"{server.Path}/command", new { command = "stop" });

        Assert.Equal("stopping", (await console.Next("status")).Text);
        Assert.Equal("offline", (await console.Next("status")).Text);
    }

    [Fact]
    public async Task A_crash_is_told_and_the_server_started_again_once_a_minute()
    {
        var server = await Running();
        await using var console = await Console(server);
        await console.Next("status");

        await ControlPost($"servers/{server.Uuid}/crash");
        Assert.Equal("offline", (await console.Next("status")).Text);
        await console.Next(
            "console output",
            line =>
                line.Contains(
                    "Detected server process in a crashed state!",
                    StringComparison.Ordinal
                )
        );
        await console.Next(
            "console output",
            line => line.Contains("Exit code: 1", StringComparison.Ordinal)
        );
        await console.Next("status", state => state == "running");
        await ControlPost($"servers/{server.Uuid}/crash");

        await console.Next(
            "console output",
            line => line.Contains("Aborting automatic restart", StringComparison.Ordinal)
        );
        Assert.Equal("offline", await State(server));
    }

    [Fact]
    public async Task A_switch_crashes_the_start()
    {
        var server = await Installed();
        await using var console = await Console(server);
        await SwitchOn("pterodactyl", "start.crash", new { remaining = 1, target = server.Uuid });

        await Power(server, "start");

        await console.Next(
            "console output",
            line => line.Contains("crashed state", StringComparison.Ordinal)
        );
        await console.Next("status", state => state == "running");
    }
}

public sealed class ResourcesTests : ServerTest
{
    protected override void Configure(SandboxOptions options)
    {
        base.Configure(options);
        options.Pterodactyl.ResourcesCache = TimeSpan.FromSeconds(20);
    }

    [Fact]
    public async Task A_stale_state_is_shown_right_after_a_power_action()
    {
        var server = await Installed();
        var before = await Get($"{server.Path}/resources");
        await Power(server, "start");
        await Quiet();

        var after = await Get($"{server.Path}/resources");

        Assert.Equal("offline", (string?)before["attributes"]!["current_state"]);
        Assert.Equal(before.ToJsonString(), after.ToJsonString());
        Assert.Equal("running", await State(server));
    }

    [Fact]
    public async Task A_running_server_uses_something()
    {
        var server = await Running();

        var stats = (await Get($"{server.Path}/resources"))["attributes"]!;

        Assert.Equal("running", (string?)stats["current_state"]);
        Assert.InRange((long)stats["resources"]!["memory_bytes"]!, 1, 1_127_428_915);
        Assert.True((long)stats["resources"]!["uptime"]! > 0);
    }
}
