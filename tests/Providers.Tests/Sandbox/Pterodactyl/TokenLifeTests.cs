using Elizon.Sandbox;
using Xunit;

namespace Elizon.Providers.Tests.Sandbox.Pterodactyl;

/// <summary>Tokens that live two seconds.</summary>
public sealed class TokenLifeTests : ServerTest
{
    protected override void Configure(SandboxOptions options)
    {
        base.Configure(options);
        options.Pterodactyl.ConsoleTokenLife = TimeSpan.FromSeconds(2);
        options.Pterodactyl.TokenCheckInterval = TimeSpan.FromMilliseconds(200);
        options.Pterodactyl.SocketRateLimits = false;
    }

    [Fact]
    public async Task Its_end_is_announced_and_afterwards_events_are_replaced_on_an_open_socket()
    {
        var server = await Running();
        await using var console = await Console(server);

        await console.Next("token expiring");
        await console.Next("jwt error", text => text == "jwt: exp claim is invalid");
        await console.Send("send command", "say refused");
        await ControlPost(
            $"servers/{server.Uuid}/print",
            new
            {
                text = "lost {n}.",
                count = 100,
                perSecond = 5000,
            }
        );
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
        await ControlPost(
            $"servers/{server.Uuid}/print",
            new
            {
                text = "line {n}",
                count = 200,
                perSecond = 50,
            }
        );

        var lines = new List<string>();
        while (lines.Count < 200)
        {
            var frame = await console.Next();
            Assert.NotEqual("jwt error", frame.Event);
            if (frame.Event == "token expiring")
                await console.Send("auth", (await Ticket(server)).Token);
            else if (frame.Event == "console output")
                lines.Add(frame.Text);
        }

        Assert.Equal(Enumerable.Range(1, 200).Select(n => $"line {n}"), lines);
    }
}
