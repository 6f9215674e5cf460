using System.Globalization;

namespace Elizon.Fixtures;

/// <summary>CPU seconds that a process has used (proc(5), fields 14 and 15): what counts on a machine that others use too.</summary>
public static class Cpu
{
    /// <summary>USER_HZ, 100 on every Linux that .NET runs on.</summary>
    private const double TicksPerSecond = 100;

    public static double Of(int process) => Used(File.ReadAllText($"/proc/{process}/stat"));

    /// <summary>Of the processes that serve this one's test databases; their title names the database, which names us.</summary>
    public static double OfDatabase() =>
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

    /// <summary>The name before may hold spaces; fields are counted from behind its bracket.</summary>
    private static double Used(string stat)
    {
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (Number(fields[11]) + Number(fields[12])) / TicksPerSecond;
    }

    private static double Number(string field) => double.Parse(field, CultureInfo.InvariantCulture);
}
