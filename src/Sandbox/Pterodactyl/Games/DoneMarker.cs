using System.Text.RegularExpressions;

namespace Elizon.Sandbox.Pterodactyl.Games;

/// <summary>Whether a line says that the game is up: by text in it, or by a pattern after <c>regex:</c>.</summary>
internal static partial class DoneMarker
{
    private const string Prefix = "regex:";
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(250);

    public static bool IsPattern(string marker) =>
        marker.StartsWith(Prefix, StringComparison.Ordinal);

    public static string Pattern(string marker) => marker[Prefix.Length..];

    public static bool Matches(IReadOnlyList<string> markers, string line, bool stripAnsi)
    {
        var text = stripAnsi ? Ansi().Replace(line, "") : line;
        return markers.Any(marker => Matches(marker, text));
    }

    private static bool Matches(string marker, string text)
    {
        if (!IsPattern(marker))
            return text.Contains(marker, StringComparison.Ordinal);
        try
        {
            return Regex.IsMatch(text, Pattern(marker), RegexOptions.None, Limit);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex("\u001b\\[[0-9;]*[A-Za-z]", RegexOptions.None, matchTimeoutMilliseconds: 250)]
    private static partial Regex Ansi();
}
