using System.Diagnostics;
using Elizon.Bench.Servers;
using Elizon.Fixtures;
using Elizon.Processes;

namespace Elizon.Bench.Parts;

/// <summary>An authenticated read of a service: two grain calls, against servers that do nothing.</summary>
internal sealed class ServiceReads : IPart
{
    private const int Rounds = 5;

    public string Name => "get";

    public string Question =>
        $"GET /api/services/{{id}} with a key, wrk -t1 -c32 -d{Wrk.Seconds}s, {Rounds} paired rounds";

    public async Task Measure()
    {
        if (Tool.Find("wrk") is null)
        {
            Report.Line($"left out: wrk is not installed");
            return;
        }
        await using var world = await World.Start();
        var answer = await world.Shopper.Http.GetByteArrayAsync($"/api/services/{world.Service}");
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, answer);
        var (bare, fast) = (ElizonProcess.FreePort(), ElizonProcess.FreePort());
        using var kestrel = Tool.Self("serve", $"{bare}", file);
        await Tool.Listens(bare);
        using var fastify = await Fastify.Start(fast, file);
        var targets = new List<Target>
        {
            new(
                "Elizon",
                $"{world.Platform.Address}api/services/{world.Service}",
                world.Platform.Id,
                $"x-api-key: {world.Key}"
            ),
            new("bare Kestrel", $"http://127.0.0.1:{bare}/services/1", kestrel.Id),
        };
        if (fastify is not null)
            targets.Add(new("fastify", $"http://127.0.0.1:{fast}/services/1", fastify.Id));
        foreach (var target in targets)
            await target.Round();
        foreach (var target in targets)
            target.Forget();
        for (var round = 0; round < Rounds; round++)
            foreach (var target in targets)
                await target.Round();
        foreach (var target in targets)
            target.Say(targets[0]);
        Stop(kestrel);
        Stop(fastify);
        File.Delete(file);
    }

    private static void Stop(Process? process) => process?.Kill();

    private sealed class Target(string name, string url, int process, string? header = null)
    {
        private readonly List<double> _rates = [];
        private readonly List<double> _cpu = [];

        public async Task Round()
        {
            var before = Cpu.Of(process);
            var rate = await Wrk.RequestsPerSecond(url, header);
            _rates.Add(rate);
            _cpu.Add((Cpu.Of(process) - before) / (rate * Wrk.Seconds) * 1e6);
        }

        /// <summary>The first round warms up.</summary>
        public void Forget()
        {
            _rates.Clear();
            _cpu.Clear();
        }

        public void Say(Target ours) =>
            Report.Line(
                $"{name, -14} {Report.Median(_rates), 8:0} requests/s   {Report.Median(_cpu), 6:0.0} µs CPU each   Elizon's rate is {Ratio(ours), 5:0.00} of it"
            );

        private double Ratio(Target ours) =>
            Report.Median(ours._rates.Zip(_rates, (mine, other) => mine / other));
    }
}
