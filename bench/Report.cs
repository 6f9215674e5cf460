using System.Globalization;

namespace Elizon.Bench;

/// <summary>Plain lines for a terminal and for docs/performance.md.</summary>
internal static class Report
{
    public static void Title(string name, string question) =>
        Console.WriteLine($"\n## {name}: {question}");

    public static void Line(FormattableString text) =>
        Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1
            ? sorted[sorted.Length / 2]
            : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
