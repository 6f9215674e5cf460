using System.Text;

namespace Elizon.Sandbox.Pterodactyl.Validation;

/// <summary>Reads a rule list as eggs write it: names joined by <c>|</c>, parameters after a colon.</summary>
internal static class RuleList
{
    private static readonly Dictionary<string, string> Aliases = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["int"] = "integer",
        ["bool"] = "boolean",
    };

    public static List<LaravelRule> Parse(string text)
    {
        var rules = new List<LaravelRule>();
        var parts = text.Split('|');
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            // Laravel itself breaks a pattern that contains `|`; eggs in the wild have them, so the pieces are rejoined.
            while (IsOpenPattern(part) && i + 1 < parts.Length)
                part = $"{part}|{parts[++i]}";
            if (part.Trim().Length > 0)
                rules.Add(ParseOne(part));
        }
        return rules;
    }

    private static LaravelRule ParseOne(string part)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        var name = SnakeCase((colon < 0 ? part : part[..colon]).Trim());
        name = Aliases.GetValueOrDefault(name, name);
        if (colon < 0)
            return new LaravelRule(name, []);
        var rest = part[(colon + 1)..];
        return new LaravelRule(name, name is "regex" or "not_regex" ? [rest] : SplitCsv(rest));
    }

    private static bool IsOpenPattern(string part)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        if (
            colon < 0
            || !part[..colon].Trim().EndsWith("regex", StringComparison.OrdinalIgnoreCase)
        )
            return false;
        var pattern = part[(colon + 1)..];
        return pattern.Length > 0
            && pattern.LastIndexOf(pattern[0]) is var last
            && (last == 0 || pattern[(last + 1)..].Any(c => !char.IsAsciiLetter(c)));
    }

    /// <summary>PHP's <c>str_getcsv</c>: commas split, double quotes group.</summary>
    private static List<string> SplitCsv(string text)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                values.Add(value.ToString());
                value.Clear();
            }
            else
                value.Append(c);
        }
        values.Add(value.ToString());
        return values;
    }

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }
}
