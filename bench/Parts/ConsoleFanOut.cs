using System.Diagnostics;
using Elizon.Bench.Servers;
using Elizon.Fixtures;

namespace Elizon.Bench.Parts;

/// <summary>One console, a thousand viewers: CPU of the server per delivered event and per delivered line.</summary>
internal sealed class ConsoleFanOut : IPart
{
    private const int Rounds = 5;
    private const int Count = 1000;
    private const int PerSecond = 25;
    private const int Seconds = 6;
    private const int FloodPerSecond = 2000;
    private const string Line = "[12:34:56] [Server thread/INFO]: fan-out";

    public string Name => "fanout";

    public string Question =>
        $"{Count} viewers of one console, {PerSecond} events/s, {Rounds} paired rounds of {Seconds} s";

    public async Task Measure()
    {
        await using var world = await World.Start();
        using var ours = await ViewerProcess.Start(
            new ViewerOrder(
                Count,
                world.Platform.Port,
                $"/api/services/{world.Service}/console/stream",
                $"x-api-key: {world.Key}"
            )
        );
        await using var nchan = await Nchan.Start();
        using var theirs = nchan is null ? null : await Subscribe(nchan);
        if (nchan is null)
            Report.Line($"nginx with nchan is left out: it is not installed");

        List<double> elizon = [],
            other = [],
            lines = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var mine = await OurRound(world, ours, PerSecond);
            var their = theirs is null ? double.NaN : await NchanRound(nchan!, theirs);
            var flood = await OurRound(world, ours, FloodPerSecond, perLine: true);
            // The first round warms up.
            if (round == 0)
                continue;
            elizon.Add(mine);
            other.Add(their);
            lines.Add(flood);
        }
        Say(elizon, other, lines);
    }

    private static void Say(List<double> elizon, List<double> other, List<double> lines)
    {
        Report.Line(
            $"Elizon, {PerSecond} lines/s      {Report.Median(elizon), 7:0.00} µs CPU per event and viewer"
        );
        Report.Line(
            $"nginx + nchan          {Report.Median(other), 7:0.00} µs CPU per event and viewer"
        );
        Report.Line(
            $"Elizon, {FloodPerSecond} lines/s    {Report.Median(lines), 7:0.000} µs CPU per line and viewer"
        );
        Report.Line(
            $"ratio to nchan: {Report.Median(elizon.Zip(other, (a, b) => a / b)):0.00} per event, {Report.Median(lines.Zip(other, (a, b) => a / b)):0.000} per line at {FloodPerSecond} lines/s"
        );
    }

    private static async Task<double> OurRound(
        World world,
        ViewerProcess viewers,
        int perSecond,
        bool perLine = false
    )
    {
        var before = await viewers.SoFar();
        var cpu = Cpu.Of(world.Platform.Id);
        await world.Sandbox.Print(world.Service, Line + " {n}", perSecond * Seconds, perSecond);
        await Task.Delay(TimeSpan.FromSeconds(Seconds + 1));
        var used = Cpu.Of(world.Platform.Id) - cpu;
        var after = await viewers.SoFar();
        if (after.Gaps > before.Gaps)
            Report.Line($"{after.Gaps - before.Gaps} gaps");
        var delivered = perLine
            ? (double)perSecond * Seconds * Count
            : after.Events - before.Events;
        return used / delivered * 1e6;
    }

    private static Task<ViewerProcess> Subscribe(Nchan nchan) =>
        ViewerProcess.Start(new ViewerOrder(Count, nchan.Port, "/sub", "X-Bench: 1"));

    private static async Task<double> NchanRound(Nchan nchan, ViewerProcess viewers)
    {
        var before = await viewers.SoFar();
        var cpu = Cpu.Of(nchan.Worker);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started).TotalSeconds < Seconds)
        {
            await timer.WaitForNextTickAsync();
            await nchan.Publish($"{{\"lines\":[\"{Line} 12345\"]}}");
        }
        await Task.Delay(TimeSpan.FromSeconds(1));
        var used = Cpu.Of(nchan.Worker) - cpu;
        return used / ((await viewers.SoFar()).Events - before.Events) * 1e6;
    }
}
