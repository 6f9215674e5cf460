using Elizon.Fixtures;
using Elizon.Processes;
using Xunit.Abstractions;

namespace Elizon.Journeys.Tests.Consoles;

/// <summary>
/// Console tokens that live 20 s and a daemon that restarts twice while the server prints: renewals and reconnects lose and
/// double nothing. A minute in ./test; <c>ELIZON_SOAK_MINUTES</c> stretches it (./run soak).
/// </summary>
public sealed class DaemonRestartTests(ITestOutputHelper output)
{
    /// <summary>The daemon replays 150 lines, so half a minute may pass until a connection is back.</summary>
    private const int PerSecond = 5;

    private static int Minutes => RunSize.Of("ELIZON_SOAK_MINUTES", 1);

    [Fact]
    public async Task Every_line_comes_once_over_short_tokens_and_two_daemon_restarts()
    {
        var count = Minutes * 60 * PerSecond;
        await using var sandbox = await SandboxProcess.Start(
            "--Sandbox:Pterodactyl:ConsoleTokenLife=00:00:20"
        );
        await using var platform = await PlatformProcess.Start(sandbox);
        using var shopper = await Shopper.SignUp(platform.Address, sandbox, "daemon");
        var service = await shopper.Delivered("minecraft-s");
        await using var stream = await ConsoleStream.Open(shopper.Http, service);
        await stream.Until(s => s.Events.Any(e => e.Name == "console"), "the console shows itself");

        await sandbox.Print(service, "line {n}", count, PerSecond);
        for (var restart = 1; restart <= 2; restart++)
        {
            await stream.Until(
                s => s.Lines("line ").Count >= count * restart / 3,
                $"a third of the lines have come, {restart}",
                Minutes * 60 + 240
            );
            await sandbox.RestartDaemonOf(service);
        }

        await stream.Until(
            s => s.Lines("line ").Count >= count,
            "all lines have come",
            Minutes * 60 + 240
        );
        Assert.Equal(Enumerable.Range(1, count).Select(n => $"line {n}"), stream.Lines("line "));
        Assert.DoesNotContain(stream.Events, e => e.Name == "gap");
        output.WriteLine(
            $"{count} lines in {Minutes} min, 2 daemon restarts: none lost, none twice."
        );
    }
}
