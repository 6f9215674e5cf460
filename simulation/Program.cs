using System.Diagnostics;
using System.Globalization;
using Elizon.Simulation;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
if (SimulationOptions.Read(args) is not { } options)
{
    await Console.Error.WriteLineAsync(SimulationOptions.Usage);
    return 2;
}
var whole = Stopwatch.StartNew();
await using var year = await Year.Open(options);
var report = await Report.Of(options, year, whole, Console.Out);
return report ? 0 : 1;
