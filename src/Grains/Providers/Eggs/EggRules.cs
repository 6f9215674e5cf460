using System.Globalization;
using System.Text.RegularExpressions;

namespace Elizon.Grains.Providers.Eggs;

/// <summary>
/// Checks a variable by its Laravel rules, as the panel will, so that a customer hears every fault before anything is
/// ordered. Rules this class does not know are left to the panel.
/// </summary>
internal static class EggRules
{
    private static readonly TimeSpan RegexLimit = TimeSpan.FromMilliseconds(100);

    public static IEnumerable<string> Check(string key, string rules, string value)
    {
        var list = RuleList.Parse(rules);
        if (value.Length == 0)
            return list.Any(r => r.Name == "required") ? [$"Variable '{key}' is required"] : [];
        var numeric = list.Any(r => r.Name is "numeric" or "integer" or "int");
        return list.Select(r => Fault(r, value, numeric))
            .OfType<string>()
            .Select(fault => $"Variable '{key}' {fault}");
    }

    private static string? Fault(Rule rule, string value, bool numeric) =>
        rule.Name switch
        {
            "numeric" => Number(value) is null ? "must be a number" : null,
            "integer" or "int" => long.TryParse(
                value,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out _
            )
                ? null
                : "must be an integer",
            "boolean" or "bool" => value is "0" or "1" or "true" or "false"
                ? null
                : "must be 0 or 1",
            "alpha" => value.All(char.IsLetter) ? null : "may only contain letters",
            "alpha_num" => value.All(char.IsLetterOrDigit)
                ? null
                : "may only contain letters and digits",
            "alpha_dash" => value.All(c => char.IsLetterOrDigit(c) || c is '-' or '_')
                ? null
                : "may only contain letters, digits, dashes and underscores",
            "url" => Uri.TryCreate(value, UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https"
                ? null
                : "must be a URL",
            "in" => Items(rule).Contains(value)
                ? null
                : $"must be one of {string.Join(", ", Items(rule))}",
            "not_in" => Items(rule).Contains(value) ? "has a value that is not allowed" : null,
            "max" => Size(value, numeric) > Limit(rule, 0)
                ? $"may be at most {rule.Argument}{Unit(numeric)}"
                : null,
            "min" => Size(value, numeric) < Limit(rule, 0)
                ? $"must be at least {rule.Argument}{Unit(numeric)}"
                : null,
            "gt" => Size(value, numeric) <= Limit(rule, 0)
                ? $"must be greater than {rule.Argument}"
                : null,
            "size" => Size(value, numeric) != Limit(rule, 0)
                ? $"must be exactly {rule.Argument}{Unit(numeric)}"
                : null,
            "between" => Size(value, numeric) < Limit(rule, 0)
            || Size(value, numeric) > Limit(rule, 1)
                ? $"must be between {Items(rule)[0]} and {Items(rule)[^1]}{Unit(numeric)}"
                : null,
            "digits" => IsDigits(value) && value.Length == Limit(rule, 0)
                ? null
                : $"must have {rule.Argument} digits",
            "digits_between" => IsDigits(value)
            && value.Length >= Limit(rule, 0)
            && value.Length <= Limit(rule, 1)
                ? null
                : $"must have {Items(rule)[0]} to {Items(rule)[^1]} digits",
            "regex" => Matches(rule.Argument, value) == false ? "has an invalid format" : null,
            "not_regex" => Matches(rule.Argument, value) == true ? "has an invalid format" : null,
            _ => null,
        };

    private static string[] Items(Rule rule) =>
        [.. rule.Argument.Split(',').Select(i => i.Trim('"'))];

    private static decimal Limit(Rule rule, int index) =>
        Items(rule) is var items && index < items.Length && Number(items[index]) is { } limit
            ? limit
            : decimal.MaxValue;

    private static decimal Size(string value, bool numeric) =>
        numeric && Number(value) is { } number
            ? number
            : new StringInfo(value).LengthInTextElements;

    private static string Unit(bool numeric) => numeric ? "" : " characters";

    private static bool IsDigits(string value) => value.Length > 0 && value.All(char.IsAsciiDigit);

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>PHP form with delimiters and flags; null when it cannot be used here or takes too long: the panel decides then.</summary>
    private static bool? Matches(string pattern, string value)
    {
        var close = pattern.Length > 1 ? pattern.LastIndexOf(RuleList.Closing(pattern[0])) : -1;
        if (close <= 0)
            return null;
        var flags = pattern[(close + 1)..];
        var options = RegexOptions.CultureInvariant;
        options |= flags.Contains('i', StringComparison.Ordinal)
            ? RegexOptions.IgnoreCase
            : RegexOptions.None;
        options |= flags.Contains('m', StringComparison.Ordinal)
            ? RegexOptions.Multiline
            : RegexOptions.None;
        options |= flags.Contains('s', StringComparison.Ordinal)
            ? RegexOptions.Singleline
            : RegexOptions.None;
        options |= flags.Contains('x', StringComparison.Ordinal)
            ? RegexOptions.IgnorePatternWhitespace
            : RegexOptions.None;
        try
        {
            return Regex.IsMatch(value, pattern[1..close], options, RegexLimit);
        }
        catch (Exception error) when (error is ArgumentException or RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
