using System.Globalization;

namespace Elizon.Bench;

/// <summary>CPU seconds a process has used, its threads and not its children (proc(5), fields 14 and 15).</summary>
internal static class Cpu
{
    /// <summary>USER_HZ, 100 on every Linux that .NET runs on.</summary>
    private const double TicksPerSecond = 100;

    public static double Of(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        // The name before may hold spaces; fields are counted from behind its bracket.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (
                long.Parse(fields[11], CultureInfo.InvariantCulture)
                + long.Parse(fields[12], CultureInfo.InvariantCulture)
            ) / TicksPerSecond;
    }
}
