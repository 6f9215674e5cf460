using System.Text.Json.Nodes;

namespace Elizon.Sandbox.Pterodactyl.Validation;

/// <summary>
/// Laravel's validator over one request's input: which rules run on a value that is absent, null or empty, when a field stops, what each failure says.
/// </summary>
internal sealed class LaravelValidator(JsonNode? input)
{
    private static readonly HashSet<string> Implicit =
    [
        "accepted",
        "filled",
        "present",
        "required",
        "required_if",
        "required_unless",
        "required_with",
        "required_without",
    ];

    private static readonly HashSet<string> Markers = ["nullable", "sometimes", "bail"];
    private readonly List<(string Path, List<LaravelRule> Rules)> _fields = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <param name="path">Dotted, with <c>*</c> for list elements.</param>
    /// <param name="rules">A rule list in Laravel's notation.</param>
    /// <param name="more">Rules that carry their own test.</param>
    public LaravelValidator Field(string path, string rules, params ReadOnlySpan<LaravelRule> more)
    {
        var list = RuleList.Parse(rules);
        list.AddRange(more);
        _fields.Add((path, list));
        return this;
    }

    /// <summary>Sets how sentences call a field; otherwise underscores become blanks.</summary>
    public LaravelValidator Call(string path, string name)
    {
        _names[path] = name;
        return this;
    }

    /// <exception cref="NotSupportedException">A rule does not exist: the panel answers 500.</exception>
    public List<LaravelFailure> Failures()
    {
        var failures = new List<LaravelFailure>();
        foreach (var (pattern, rules) in _fields)
        {
            foreach (var path in InputPath.Expand(input, pattern))
                failures.AddRange(Check(path, pattern, rules));
        }
        return failures;
    }

    private List<LaravelFailure> Check(string path, string pattern, List<LaravelRule> rules)
    {
        var failures = new List<LaravelFailure>();
        var present = InputPath.TryGet(input, path, out var value);
        if (!present && Has(rules, "sometimes"))
            return failures;
        foreach (var rule in rules.Where(rule => !Markers.Contains(rule.Name)))
        {
            if (!Runs(rule, rules, present, value, failures) || Passes(rule, rules, present, value))
                continue;
            failures.Add(new LaravelFailure(path, rule.Name, Sentence(rule, rules, path, pattern)));
            if (Has(rules, "bail") || Implicit.Contains(rule.Name))
                break;
        }
        return failures;
    }

    private static bool Runs(
        LaravelRule rule,
        List<LaravelRule> rules,
        bool present,
        JsonNode? value,
        List<LaravelFailure> failures
    )
    {
        if (Implicit.Contains(rule.Name))
            return true;
        if (!present || (PhpValue.IsString(value) && PhpValue.Text(value).Trim().Length == 0))
            return false;
        if (value is null && Has(rules, "nullable"))
            return false;
        return failures.Count == 0 || rule.Name is not ("unique" or "exists");
    }

    private bool Passes(LaravelRule rule, List<LaravelRule> rules, bool present, JsonNode? value)
    {
        if (rule.Passes is { } test)
            return test(value);
        if (LaravelSize.Rules.Contains(rule.Name))
            return LaravelSize.Passes(rule, value, rules);
        return rule.Name switch
        {
            "required" => !PhpValue.IsEmpty(value),
            "present" => present,
            "filled" => !present || !PhpValue.IsEmpty(value),
            "required_with" => !PhpValue.IsEmpty(value)
                || rule.Parameters.All(other => PhpValue.IsEmpty(InputPath.Get(input, other))),
            "required_without" => !PhpValue.IsEmpty(value)
                || rule.Parameters.All(other => !PhpValue.IsEmpty(InputPath.Get(input, other))),
            "required_unless" => !PhpValue.IsEmpty(value)
                || rule.Parameters.Skip(1)
                    .Contains(PhpValue.Text(InputPath.Get(input, rule.Parameters[0]))),
            _ => LaravelChecks.Passes(rule, value)
                ?? throw new NotSupportedException($"Validation rule {rule.Name} does not exist."),
        };
    }

    private string Sentence(LaravelRule rule, List<LaravelRule> rules, string path, string pattern)
    {
        var name =
            _names.GetValueOrDefault(path)
            ?? _names.GetValueOrDefault(pattern)
            ?? path.Replace('_', ' ');
        return LaravelMessages.Sentence(rule, name, LaravelSize.Kind(rules));
    }

    private static bool Has(List<LaravelRule> rules, string name) =>
        rules.Exists(rule => rule.Name == name);
}
