using System.Net.WebSockets;
using Elizon.Sandbox;
using Elizon.Sandbox.Pterodactyl;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

public sealed class SocketHandshakeTests : ServerTest
{
    private const int MostSockets = 3;

    protected override void Configure(SandboxOptions options)
    {
        base.Configure(options);
        options.Pterodactyl.SocketsPerServer = MostSockets;
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://panel.example")]
    [InlineData("{panel}/")]
    public async Task A_wrong_origin_is_403(string? origin)
    {
        var server = await Installed();
        var (socket, _) = await Ticket(server);

        var fault = await Assert.ThrowsAsync<WebSocketException>(() =>
            TestConsole.Connect(
                socket,
                origin?.Replace("{panel}", Origin, StringComparison.Ordinal)
            )
        );

        Assert.Contains("'403'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_server_is_404()
    {
        var server = await Installed();
        var (socket, _) = await Ticket(server);
        var other = new Uri(
            socket.ToString().Replace(server.Uuid, Guid.Empty.ToString(), StringComparison.Ordinal)
        );

        var fault = await Assert.ThrowsAsync<WebSocketException>(() =>
            TestConsole.Connect(other, Origin)
        );

        Assert.Contains("'404'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_socket_too_many_is_400()
    {
        var server = await Installed();
        var open = new List<TestConsole>();
        for (var i = 0; i < MostSockets; i++)
        {
            open.Add(await Console(server));
            await open[^1].Next("auth success");
        }
        var (socket, _) = await Ticket(server);

        var fault = await Assert.ThrowsAsync<WebSocketException>(() =>
            TestConsole.Connect(socket, Origin)
        );

        Assert.Contains("'400'", fault.Message, StringComparison.Ordinal);
        foreach (var console in open)
            await console.DisposeAsync();
    }

    [Fact]
    public async Task A_suspended_server_takes_the_socket_and_closes_it_with_4409()
    {
        var server = await Installed();
        var (socket, _) = await Ticket(server);
        await Post($"{Application}servers/{server.Id}/suspend");

        await using var console = await TestConsole.Connect(socket, Origin);

        Assert.Empty(await console.ToEnd());
        Assert.Equal((4409, "server is suspended"), ((int)console.CloseStatus!, console.CloseText));
    }

    [Fact]
    public async Task Sending_to_a_server_that_was_suspended_meanwhile_closes_with_4409()
    {
        var server = await Installed();
        await using var console = await Console(server);
        await console.Next("auth success");
        await Post($"{Application}servers/{server.Id}/suspend");

        await console.Send("send stats");

        await console.ToEnd();
        Assert.Equal(4409, (int)console.CloseStatus!);
    }

    [Fact]
    public async Task A_socket_that_says_nothing_is_cut()
    {
        var server = await Installed();
        var (socket, _) = await Ticket(server);

        await using var console = await TestConsole.Connect(socket, Origin);
        await Advance(new PterodactylOptions().SocketAuthTimeout);

        Assert.Empty(await console.ToEnd());
        Assert.Null(console.CloseStatus);
    }

    [Fact]
    public async Task A_switch_refuses_the_socket()
    {
        var server = await Installed();
        var (socket, _) = await Ticket(server);
        await SwitchOn("pterodactyl", "ws.refuse", new { remaining = 1 });

        var fault = await Assert.ThrowsAsync<WebSocketException>(() =>
            TestConsole.Connect(socket, Origin)
        );

        Assert.Contains("'403'", fault.Message, StringComparison.Ordinal);
    }
}
