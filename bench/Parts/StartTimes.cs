using System.Diagnostics;
using Elizon.Processes;

namespace Elizon.Bench.Parts;

/// <summary>From the start of the process to the first request it answers.</summary>
internal sealed class StartTimes : IPart
{
    private const int Rounds = 3;

    public string Name => "start";

    public string Question => "role all with its own PostgreSQL, from process start to ready";

    public async Task Measure()
    {
        await using var sandbox = await SandboxProcess.Start();
        List<double> cold = [],
            warm = [];
        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            await using var platform = await PlatformProcess.Open(sandbox);
            cold.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            started = Stopwatch.GetTimestamp();
            await platform.KillAndRestart();
            warm.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
        Report.Line(
            $"new data folder {Report.Median(cold):0.0} s; existing one, after kill -9, {Report.Median(warm):0.0} s"
        );
    }
}
