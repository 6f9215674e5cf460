using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Elizon.Sandbox.Pterodactyl.Validation;

/// <summary>A PCRE literal with delimiters and flags (<c>/^[a-z]+$/i</c>) run by .NET's engine.</summary>
internal static class PhpPattern
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private static readonly ConcurrentDictionary<string, Regex> Compiled = new(
        StringComparer.Ordinal
    );

    /// <exception cref="ArgumentException">The literal has no closing delimiter or .NET cannot read the pattern.</exception>
    public static bool Matches(string literal, string text) =>
        Compiled.GetOrAdd(literal, Compile).IsMatch(text);

    private static Regex Compile(string literal)
    {
        var end = literal.Length == 0 ? -1 : literal.LastIndexOf(Closing(literal[0]));
        if (end <= 0)
            throw new ArgumentException(
                $"preg_match(): No ending delimiter in '{literal}'",
                nameof(literal)
            );
        var options = RegexOptions.CultureInvariant;
        foreach (var flag in literal[(end + 1)..])
            options |= Option(flag);
        return new Regex(Translate(literal[1..end]), options, Limit);
    }

    private static char Closing(char open) =>
        open switch
        {
            '(' => ')',
            '[' => ']',
            '{' => '}',
            '<' => '>',
            _ => open,
        };

    private static RegexOptions Option(char flag) =>
        flag switch
        {
            'i' => RegexOptions.IgnoreCase,
            'm' => RegexOptions.Multiline,
            's' => RegexOptions.Singleline,
            'x' => RegexOptions.IgnorePatternWhitespace,
            _ => RegexOptions.None,
        };

    private static string Translate(string pattern) =>
        pattern
            .Replace("[:digit:]", @"\d", StringComparison.Ordinal)
            .Replace("[:space:]", @"\s", StringComparison.Ordinal)
            .Replace("[:alnum:]", "a-zA-Z0-9", StringComparison.Ordinal)
            .Replace("[:alpha:]", "a-zA-Z", StringComparison.Ordinal);
}
