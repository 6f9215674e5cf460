using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Elizon.Sandbox;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class ConsoleTests : ServerTest
{
    [Fact]
    public async Task Say_prints_exactly_one_line_and_no_echo()
    {
        var server = await Running();
        await using var console = await Console(server);
        await console.Next("status");

        await console.Send("send command", "say hello 42");
        await console.Send("send command", "list");

        var first = await console.Next("console output");
        var second = await console.Next("console output");
        Assert.Matches(
            @"^\[\d\d:\d\d:\d\d\] \[Server thread/INFO\]: \[Server\] hello 42$",
            first.Text
        );
        Assert.Contains(
            "There are 0 of a max of 20 players online",
            second.Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("help", "/say <message>")]
    [InlineData("dance", "Unknown or incomplete command")]
    public async Task Other_commands_are_answered(string command, string expected)
    {
        var server = await Running();
        await using var console = await Console(server);
        await console.Next("status");

        await console.Send("send command", command);

        await console.Next(
            "console output",
            line => line.Contains(expected, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Send_logs_replays_the_last_150_lines_of_the_container_and_none_of_the_daemon()
    {
        var server = await Running();
        await ControlPost(
            $"servers/{server.Uuid}/print",
            new
            {
                text = "line {n}",
                count = 200,
                perSecond = 5000,
                wait = true,
            }
        );
        await using var console = await Console(server);
        await console.Next("status");

        await console.Send("send logs");
        await console.Next("console output");
        var lines = (await console.Drain())
            .Where(frame => frame.Event == "console output")
            .Select(frame => frame.Text);

        Assert.Equal(Enumerable.Range(52, 149).Select(n => $"line {n}"), lines);
    }

    [Fact]
    public async Task Send_logs_of_an_offline_server_is_silent()
    {
        var server = await Installed();
        await using var console = await Console(server);
        await console.Next("stats");

        await console.Send("send logs");

        Assert.Empty(await console.Drain());
    }

    [Fact]
    public async Task Stats_come_each_second_while_it_runs()
    {
        var server = await Running();
        await using var console = await Console(server);

        var first = JsonNode.Parse((await console.Next("stats")).Text)!;
        var second = JsonNode.Parse((await console.Next("stats")).Text)!;

        Assert.InRange((long)second["uptime"]! - (long)first["uptime"]!, 500, 5_000);
        Assert.True((long)second["network"]!["rx_bytes"]! > (long)first["network"]!["rx_bytes"]!);
    }

    [Fact]
    public async Task Given_lines_are_printed_in_order_and_counted()
    {
        var server = await Running();
        await using var console = await Console(server);
        await console.Next("status");
        var before = await Printed(server);

        await ControlPost(
            $"servers/{server.Uuid}/print",
            new { lines = new[] { "one", "two <b>&", "drei äöü €" }, perSecond = 100 }
        );

        Assert.Equal("one", (await console.Next("console output")).Text);
        Assert.Equal("two <b>&", (await console.Next("console output")).Text);
        Assert.Equal("drei äöü €", (await console.Next("console output")).Text);
        Assert.Equal(before + 3, await Printed(server));
    }

    [Fact]
    public async Task Printing_needs_a_running_server()
    {
        var server = await Installed();

        using var answer = await Http.PostAsJsonAsync(
            Control($"control/pterodactyl/servers/{server.Uuid}/print"),
            new { lines = new[] { "one" } }
        );

        Assert.Equal(409, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_control_API_counts_sockets()
    {
        var server = await Running();
        await using var one = await Console(server);
        await using var two = await Console(server);
        await one.Next("auth success");
        await two.Next("auth success");

        var view = await GetJson($"control/pterodactyl/servers");

        Assert.Equal(2, (int)view["openSockets"]!);
        Assert.Equal(2, (int)view["servers"]![0]!["sockets"]!);
    }

    [Fact]
    public async Task A_deleted_server_says_so_and_closes()
    {
        var server = await Running();
        await using var console = await Console(server);
        await console.Next("status");

        (await Http.DeleteAsync(Control($"control/pterodactyl/servers/{server.Uuid}"))).Dispose();

        var last = (await console.ToEnd())[^1];
        Assert.Equal(("deleted", "null"), (last.Event, last.Text));
        Assert.Equal((1001, "server deleted"), ((int)console.CloseStatus!, console.CloseText));
    }

    [Fact]
    public async Task An_administrator_sees_the_installation_and_its_end()
    {
        var server = await Installed();
        await using var console = await Console(server);
        await console.Next("stats");

        await Post($"{Application}servers/{server.Id}/reinstall");

        Assert.Equal("", (await console.Next("install started")).Text);
        await console.Next(
            "daemon message",
            text => text.StartsWith("Starting installation", StringComparison.Ordinal)
        );
        await console.Next("install output", line => line == "Server install complete");
        await console.Next("install completed");
        Assert.Null(await Status(server));
    }

    [Fact]
    public async Task The_owner_does_not_see_what_the_installer_prints()
    {
        var owner = await NewUser();
        var server = await Installed(await ServerBody(user: owner));
        await using var console = await Console(server, await NewKey(new { user = owner }));
        await console.Next("stats");

        await Post($"{Application}servers/{server.Id}/reinstall");

        var seen = new List<string>();
        while (!seen.Contains("install completed"))
            seen.Add((await console.Next()).Event);
        Assert.DoesNotContain("install output", seen);
    }

    /// <summary>Lines of the container so far.</summary>
    private async Task<long> Printed(TestServer server) =>
        (long)(await GetJson($"control/pterodactyl/servers/{server.Uuid}"))["printed"]!;
}
