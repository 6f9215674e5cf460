using System.Globalization;
using System.Text.RegularExpressions;

namespace Elizon.Bench;

/// <summary>One round of wrk with one thread and 32 connections.</summary>
internal static partial class Wrk
{
    public const int Seconds = 4;

    public static async Task<double> RequestsPerSecond(string url, string? header = null)
    {
        string[] arguments = ["-t1", "-c32", $"-d{Seconds}s", url];
        if (header is not null)
            arguments = ["-H", header, .. arguments];
        var said = await Tool.Run("wrk", arguments);
        if (said.Contains("Non-2xx", StringComparison.Ordinal))
            throw new InvalidOperationException(said);
        return double.Parse(Rate().Match(said).Groups["rate"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[0-9.]+)", RegexOptions.None, 1000)]
    private static partial Regex Rate();
}
