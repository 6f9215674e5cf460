using System.Globalization;
using Elizon.Sandbox;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

/// <summary>Tokens live ten minutes of the sandbox's clock, which the tests move.</summary>
public sealed class TokenLifeTests : ServerTest
{
    private static readonly TimeSpan NearlyAll = TimeSpan.FromMinutes(9.5);

    protected override void Configure(SandboxOptions options)
    {
        base.Configure(options);
        options.Pterodactyl.SocketRateLimits = false;
    }

    [Fact]
    public async Task Its_end_is_announced_and_afterwards_events_are_replaced_on_an_open_socket()
    {
        var server = await Running();
        await using var console = await Console(server);
        await console.Next("auth success");

        await Advance(NearlyAll);
        await console.Next("token expiring");
        await Advance(TimeSpan.FromMinutes(1));
        await console.Next("jwt error", text => text == "jwt: exp claim is invalid");
        await console.Send("send command", "say refused");
        await Print(server, "lost {n}.", 100);
        // Some of these stand for statistics, so the first thirty lines are surely among them.
        for (var i = 0; i < 60; i++)
            await console.Next("jwt error");
        await console.Send("auth", (await Ticket(server)).Token);
        await console.Next("auth success");

        await console.Send("send command", "say back");
        var lines = new List<string>();
        while (lines.Count == 0 || !lines[^1].EndsWith("back", StringComparison.Ordinal))
            lines.Add((await console.Next("console output")).Text);
        Assert.DoesNotContain("lost 30.", lines);
        Assert.DoesNotContain(lines, line => line.EndsWith("refused", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_in_time_keeps_every_line()
    {
        var server = await Running();
        await using var console = await Console(server);
        await console.Next("status");
        await Print(server, "line {n}", 20);
        await console.Next("console output", text => text == "line 20");

        await Advance(NearlyAll);
        await console.Next("token expiring");
        await console.Send("auth", (await Ticket(server)).Token);
        await console.Next("auth success");
        await Advance(TimeSpan.FromMinutes(5));
        await Print(server, "more {n}", 20);

        for (var n = 1; n <= 20; n++)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"more {n}");
            Assert.Equal(line, (await Line(console)).Text);
        }
    }

    private static async Task<ConsoleFrame> Line(TestConsole console)
    {
        while (true)
        {
            var frame = await console.Next();
            Assert.NotEqual("jwt error", frame.Event);
            if (frame.Event == "console output")
                return frame;
        }
    }

    private Task Print(TestServer server, string text, int count) =>
        ControlPost(
            $"servers/{server.Uuid}/print",
            new
            {
                text,
                count,
                perSecond = 5000,
            }
        );
}
