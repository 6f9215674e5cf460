using System.Globalization;

namespace Elizon.Simulation;

/// <summary>Seconds of CPU that this run took: what counts on a machine that others use too.</summary>
internal static class Cpu
{
    private const double TicksPerSecond = 100;

    public static double Ours => Environment.CpuUsage.TotalTime.TotalSeconds;

    /// <summary>Of the database's processes that serve this one; their title names the database, which names us.</summary>
    public static double Database =>
        Directory
            .EnumerateDirectories("/proc")
            .Where(d => char.IsAsciiDigit(Path.GetFileName(d)[0]))
            .Sum(OfBackend);

    private static double OfBackend(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"))
                .Contains($" test_{Environment.ProcessId}_", StringComparison.Ordinal)
                ? Used(File.ReadAllText(Path.Combine(process, "stat")))
                : 0;
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return 0;
        }
    }

    /// <summary>The fields behind the name in brackets; user and system time are the 12th and 13th of them.</summary>
    private static double Used(string stat)
    {
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (Number(fields[11]) + Number(fields[12])) / TicksPerSecond;
    }

    private static double Number(string field) => double.Parse(field, CultureInfo.InvariantCulture);
}
