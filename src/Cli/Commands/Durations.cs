using System.Globalization;
using System.Text.RegularExpressions;

namespace Elizon.Cli.Commands;

/// <summary>Durations as people write them: days, hours, minutes, seconds, each at most once and in this order.</summary>
internal static partial class Durations
{
    /// <summary>Null for what is none, or longer than ten years.</summary>
    public static TimeSpan? Read(string text)
    {
        var match = Shape().Match(text);
        if (!match.Success || text.Length == 0)
            return null;
        var seconds =
            86_400 * Part(match, "d")
            + 3_600 * Part(match, "h")
            + 60 * Part(match, "m")
            + Part(match, "s");
        return seconds is > 0 and <= 3_653 * 86_400L ? TimeSpan.FromSeconds(seconds) : null;
    }

    private static long Part(Match match, string unit) =>
        match.Groups[unit].Success
            ? long.Parse(match.Groups[unit].ValueSpan, CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex(
        @"^(?:(?<d>\d{1,6})d)?(?:(?<h>\d{1,6})h)?(?:(?<m>\d{1,6})m)?(?:(?<s>\d{1,9})s)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Shape();
}
