using System.Globalization;

namespace Elizon.Bench;

/// <summary>CPU seconds a process has used, its threads and not its children (proc(5), fields 14 and 15).</summary>
internal static class Cpu
{
    /// <summary>USER_HZ, 100 on every Linux that .NET runs on.</summary>
    private const double TicksPerSecond = 100;

    public static double Of(int process) => Of(File.ReadAllText($"/proc/{process}/stat"));

    /// <summary>All of PostgreSQL's processes on this machine, those that ended included.</summary>
    public static double OfDatabase()
    {
        var sum = 0.0;
        foreach (var folder in Directory.EnumerateDirectories("/proc", "*"))
            try
            {
                var file = Path.Combine(folder, "stat");
                if (
                    File.Exists(file)
                    && File.ReadAllText(file) is var stat
                    && stat.Contains("(postgres)", StringComparison.Ordinal)
                )
                    sum += Of(stat);
            }
            catch (IOException)
            {
                // It ended while we looked.
            }
        return sum;
    }

    private static double Of(string stat)
    {
        // The name before may hold spaces; fields are counted from behind its bracket.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (
                long.Parse(fields[11], CultureInfo.InvariantCulture)
                + long.Parse(fields[12], CultureInfo.InvariantCulture)
            ) / TicksPerSecond;
    }
}
