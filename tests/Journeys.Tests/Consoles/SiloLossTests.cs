using System.Diagnostics;
using Elizon.Processes;
using Xunit.Abstractions;

namespace Elizon.Journeys.Tests.Consoles;

/// <summary>The silo behind a console dies while the server prints; the Api process and its viewers live on.</summary>
public sealed class SiloLossTests(ITestOutputHelper output)
{
    /// <summary>The daemon replays 150 lines, so half a minute may pass until the stream's new silo asks for them.</summary>
    private const int PerSecond = 5;
    private const int Count = 150;

    [Fact]
    public async Task A_stream_goes_on_with_every_line_once_after_its_silo_was_killed()
    {
        await using var sandbox = await SandboxProcess.Start();
        await using var cluster = await ClusterProcesses.Start(sandbox);
        using var shopper = await Shopper.SignUp(cluster.Address, sandbox, "silo-loss");
        var service = await shopper.Delivered("minecraft-s");
        await using var stream = await ConsoleStream.Open(shopper.Http, service);
        await stream.Until(s => s.Events.Any(e => e.Name == "console"), "the console shows itself");

        await sandbox.Print(service, "line {n}", Count, PerSecond);
        await stream.Until(s => s.Lines("line ").Count >= 25, "25 lines have come");
        var killed = Stopwatch.GetTimestamp();
        await cluster.KillOwnerOfConsole(service);

        await stream.Until(s => s.Lines("line ").Count >= Count, "all lines have come");
        Assert.Equal(Enumerable.Range(1, Count).Select(n => $"line {n}"), stream.Lines("line "));
        Assert.DoesNotContain(stream.Events, e => e.Name == "gap");
        var silence = LongestSilence(stream, killed);
        output.WriteLine($"The stream went on {silence.TotalSeconds:0.0} s after the kill.");
    }

    private static TimeSpan LongestSilence(ConsoleStream stream, long killed)
    {
        var at = stream.Events.Where(e => e.Name == "console").Select(e => e.At).ToArray();
        return at.Zip(at.Skip(1))
            .Where(pair => pair.Second > killed)
            .Max(pair => Stopwatch.GetElapsedTime(pair.First, pair.Second));
    }
}
