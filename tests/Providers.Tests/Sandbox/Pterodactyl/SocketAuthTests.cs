using System.Text.Json.Nodes;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class SocketAuthTests : ServerTest
{
    [Fact]
    public async Task The_order_is_success_status_and_stats_of_an_offline_server()
    {
        var server = await Installed();

        await using var console = await Console(server);

        Assert.Equal("auth success", (await console.Next()).Event);
        Assert.Equal(
            ("status", "offline"),
            ((await console.Next()) is var status ? (status.Event, status.Text) : default)
        );
        var stats = JsonNode.Parse((await console.Next("stats")).Text)!;
        Assert.Equal("offline", (string?)stats["state"]);
        Assert.Equal(1_127_428_915, (long)stats["memory_limit_bytes"]!);
    }

    [Fact]
    public async Task Anything_before_a_token_is_a_jwt_error()
    {
        var server = await Installed();
        var (socket, _) = await Ticket(server);
        await using var console = await TestConsole.Connect(socket, Origin);

        await console.Send("send logs");

        Assert.Equal(
            ("jwt error", "jwt: no jwt present"),
            (await console.Next()) is var frame ? (frame.Event, frame.Text) : default
        );
    }

    [Fact]
    public async Task A_second_token_brings_no_second_status()
    {
        var server = await Installed();
        await using var console = await Console(server);
        await console.Next("stats");

        await console.Send("auth", (await Ticket(server)).Token);

        Assert.Equal("auth success", (await console.Next()).Event);
        Assert.Empty(await console.Drain());
    }

    [Fact]
    public async Task A_token_of_another_server_is_taken_and_then_does_not_fit()
    {
        var server = await Installed();
        var other = await Installed();
        var (socket, _) = await Ticket(server);
        var body = await ServerBody();
        body["deploy"]!["locations"] = new JsonArray(server.Node);
        var neighbour = other.Node == server.Node ? other : await Installed(body);
        await using var console = await TestConsole.Connect(socket, Origin);

        await console.Send("auth", (await Ticket(neighbour)).Token);

        Assert.Equal("auth success", (await console.Next()).Event);
        Assert.Equal("jwt: server uuid mismatch", (await console.Next("jwt error")).Text);
    }

    [Fact]
    public async Task A_token_that_nobody_signed_is_an_error_without_reason()
    {
        var server = await Installed();
        var (socket, token) = await Ticket(server);
        await using var console = await TestConsole.Connect(socket, Origin);

        await console.Send("auth", token[..^4] + "AAAA");

        Assert.Contains(
            "an unexpected error was encountered",
            (await console.Next("daemon error")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_token_without_a_scope_misses_the_permission_to_connect()
    {
        var server = await Installed();
        await SwitchOn("pterodactyl", "token.no-scope", new { remaining = 1 });

        await using var console = await Console(server);

        Assert.EndsWith(
            "]: jwt: missing connect permission",
            (await console.Next("jwt error")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(900, "jwt: exp claim is invalid")]
    [InlineData(-900, null)]
    public async Task A_node_whose_clock_is_ahead_refuses_fresh_tokens(int seconds, string? error)
    {
        var server = await Installed();
        await SwitchOn(
            "pterodactyl",
            "clock.skew",
            new { value = $"{seconds}", target = $"{server.Node}" }
        );

        await using var console = await Console(server);

        var first = await console.Next();
        Assert.Equal(error is null ? "auth success" : "jwt error", first.Event);
        Assert.EndsWith(error ?? "", first.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changing_the_owner_revokes_the_old_owners_tokens()
    {
        var owner = await NewUser();
        var server = await Installed(await ServerBody(user: owner));
        await using var console = await Console(server, await NewKey(new { user = owner }));
        await console.Next("stats");

        var body = new { name = "mc-1", user = 1 };
        await Json(HttpMethod.Patch, $"{Application}servers/{server.Id}/details", body);
        await console.Send("send stats");

        Assert.Equal(
            "jwt: created too far in past (denylist)",
            (await console.Next("jwt error")).Text
        );
    }

    [Fact]
    public async Task A_subuser_does_on_the_socket_what_his_rights_allow()
    {
        var player = await NewUser();
        var server = await Running();
        await Post(
            $"{server.Path}/users",
            new { email = "player@example.com", permissions = new[] { "control.console" } },
            System.Net.HttpStatusCode.OK
        );
        await using var console = await Console(server, await NewKey(new { user = player }));
        await console.Next("status");

        await console.Send("set state", "stop");
        await console.Send("send command", "say still here");

        await console.Next(
            "console output",
            line => line.EndsWith("[Server] still here", StringComparison.Ordinal)
        );
        Assert.Equal("running", await State(server));
    }

    [Fact]
    public async Task Frames_that_are_no_messages_are_ignored()
    {
        var server = await Installed();
        await using var console = await Console(server);
        await console.Next("stats");

        await console.SendText("no json");
        await console.SendText("[]");
        await console.SendText("{\"event\":\"unknown\",\"args\":[null]}");
        await console.SendText(new string('x', 40_000));

        Assert.Empty(await console.Drain());
    }

    [Fact]
    public async Task Sending_too_fast_is_throttled_and_said_once()
    {
        var server = await Installed();
        await using var console = await Console(server);
        await console.Next("stats");

        for (var i = 0; i < 9; i++)
            await console.Send("send stats");

        Assert.Equal("send stats", (await console.Next("throttled")).Text);
    }
}
