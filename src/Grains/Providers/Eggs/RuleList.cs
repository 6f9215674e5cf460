namespace Elizon.Grains.Providers.Eggs;

/// <summary>One Laravel rule: "max:20" is name "max" with argument "20".</summary>
internal readonly record struct Rule(string Name, string Argument);

/// <summary>
/// Takes a rule list apart. Rules are joined by '|', but a regex may hold one: it runs to the delimiter that ends it
/// (reference data, eggs).
/// </summary>
internal static class RuleList
{
    public static List<Rule> Parse(string text)
    {
        var rules = new List<Rule>();
        for (var at = 0; at < text.Length; )
        {
            var end =
                text.AsSpan(at).StartsWith("regex:") || text.AsSpan(at).StartsWith("not_regex:")
                    ? RegexEnd(text, at)
                    : text.IndexOf('|', at);
            end = end < 0 ? text.Length : end;
            var rule = text[at..end].Trim();
            var colon = rule.IndexOf(':', StringComparison.Ordinal);
            if (rule.Length > 0)
                rules.Add(
                    colon < 0 ? new Rule(rule, "") : new Rule(rule[..colon], rule[(colon + 1)..])
                );
            at = end + 1;
        }
        return rules;
    }

    /// <summary>The '|' behind the closing delimiter and its flags, or -1 at the end of the text.</summary>
    private static int RegexEnd(string text, int at)
    {
        var open = text.IndexOf(':', at) + 1;
        if (open >= text.Length)
            return -1;
        var delimiter = Closing(text[open]);
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
                continue;
            }
            if (text[i] != delimiter)
                continue;
            var end = i + 1;
            while (end < text.Length && char.IsAsciiLetter(text[end]))
                end++;
            if (end == text.Length || text[end] == '|')
                return end == text.Length ? -1 : end;
        }
        return -1;
    }

    public static char Closing(char delimiter) =>
        delimiter switch
        {
            '(' => ')',
            '{' => '}',
            '[' => ']',
            '<' => '>',
            _ => delimiter,
        };
}
