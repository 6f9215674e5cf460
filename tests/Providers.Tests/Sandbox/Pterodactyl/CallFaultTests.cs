using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class CallFaultTests : ServerTest
{
    [Fact]
    public async Task A_slow_call_is_answered_late()
    {
        await SwitchOn("pterodactyl", "http.slow", new { remaining = 1, delayMilliseconds = 250 });

        await Get($"{Application}nodes");

        var call = (await GetJson("control/calls/pterodactyl"))["calls"]![0]!;
        Assert.True((double)call["milliseconds"]! >= 250);
    }

    [Fact]
    public async Task A_lost_answer_is_504_after_the_work()
    {
        var server = await Installed();
        await SwitchOn(
            "pterodactyl",
            "http.lost-answer",
            new
            {
                remaining = 1,
                delayMilliseconds = 10,
                target = "POST /api/application/servers/{server}/suspend",
            }
        );

        var error = await Refused(HttpMethod.Post, $"{Application}servers/{server.Id}/suspend");

        Assert.Equal((504, "DaemonConnectionException"), (error.Http, error.Code));
        Assert.Equal("suspended", await Status(server));
    }

    [Fact]
    public async Task A_call_can_be_refused_as_one_too_many()
    {
        await SwitchOn("pterodactyl", "http.429", new { remaining = 1, value = "7" });

        using var answer = await Call(HttpMethod.Get, $"{Application}nodes");

        Assert.Equal(429, (int)answer.StatusCode);
        Assert.Equal(7, answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
    }

    [Fact]
    public async Task A_daemon_that_fails_is_an_error_with_its_own_status()
    {
        var server = await Running();
        await SwitchOn("pterodactyl", "daemon.500", new { remaining = 1 });

        var error = await Refused(HttpMethod.Post, $"{server.Path}/power", new { signal = "stop" });

        Assert.Equal((500, "DaemonConnectionException"), (error.Http, error.Code));
        Assert.Contains("(code: 500)", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_switch_restarts_a_daemon_while_it_works()
    {
        var server = await Running();
        await using var console = await Console(server);
        await console.Next("status");

        await SwitchOn(
            "pterodactyl",
            "daemon.restart",
            new { remaining = 1, target = $"{server.Node}" }
        );

        await console.ToEnd();
        Assert.Null(console.CloseStatus);
    }

    [Fact]
    public async Task A_switch_crashes_a_running_process_with_its_exit_code()
    {
        var server = await Running();
        await using var console = await Console(server);
        await console.Next("status");

        await SwitchOn(
            "pterodactyl",
            "process.crash",
            new
            {
                remaining = 1,
                target = server.Uuid,
                value = "137",
            }
        );

        await console.Next(
            "console output",
            line => line.Contains("Exit code: 137", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_control_page_shows_servers_nodes_and_switches()
    {
        var server = await Running();

        var page = await Http.GetStringAsync(Control("control/pterodactyl"));

        foreach (
            var text in new[]
            {
                server.Identifier,
                "fsn1",
                "Helsinki",
                "create.lost-answer",
                "Counter-Strike 2",
            }
        )
            Assert.Contains(text, page, StringComparison.Ordinal);
    }
}
