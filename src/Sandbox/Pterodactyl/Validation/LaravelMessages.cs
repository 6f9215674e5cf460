namespace Elizon.Sandbox.Pterodactyl.Validation;

/// <summary>The sentences of the panel's <c>validation.php</c>; a rule without one shows its key, as Laravel does.</summary>
internal static class LaravelMessages
{
    private static readonly Dictionary<string, string> Sentences = new(StringComparer.Ordinal)
    {
        ["accepted"] = "The :attribute must be accepted.",
        ["alpha"] = "The :attribute may only contain letters.",
        ["alpha_dash"] = "The :attribute may only contain letters, numbers, and dashes.",
        ["alpha_num"] = "The :attribute may only contain letters and numbers.",
        ["array"] = "The :attribute must be an array.",
        ["between.numeric"] = "The :attribute must be between :min and :max.",
        ["between.string"] = "The :attribute must be between :min and :max characters.",
        ["between.array"] = "The :attribute must have between :min and :max items.",
        ["boolean"] = "The :attribute field must be true or false.",
        ["digits"] = "The :attribute must be :digits digits.",
        ["digits_between"] = "The :attribute must be between :min and :max digits.",
        ["email"] = "The :attribute must be a valid email address.",
        ["exists"] = "The selected :attribute is invalid.",
        ["filled"] = "The :attribute field is required.",
        ["in"] = "The selected :attribute is invalid.",
        ["integer"] = "The :attribute must be an integer.",
        ["ip"] = "The :attribute must be a valid IP address.",
        ["json"] = "The :attribute must be a valid JSON string.",
        ["max.numeric"] = "The :attribute may not be greater than :max.",
        ["max.string"] = "The :attribute may not be greater than :max characters.",
        ["max.array"] = "The :attribute may not have more than :max items.",
        ["min.numeric"] = "The :attribute must be at least :min.",
        ["min.string"] = "The :attribute must be at least :min characters.",
        ["min.array"] = "The :attribute must have at least :min items.",
        ["not_in"] = "The selected :attribute is invalid.",
        ["numeric"] = "The :attribute must be a number.",
        ["present"] = "The :attribute field must be present.",
        ["regex"] = "The :attribute format is invalid.",
        ["required"] = "The :attribute field is required.",
        ["required_unless"] = "The :attribute field is required unless :other is in :values.",
        ["required_with"] = "The :attribute field is required when :values is present.",
        ["required_without"] = "The :attribute field is required when :values is not present.",
        ["size.numeric"] = "The :attribute must be :size.",
        ["size.string"] = "The :attribute must be :size characters.",
        ["size.array"] = "The :attribute must contain :size items.",
        ["string"] = "The :attribute must be a string.",
        ["unique"] = "The :attribute has already been taken.",
        ["url"] = "The :attribute format is invalid.",
    };

    /// <param name="rule">The failed rule.</param>
    /// <param name="attribute">The field as people read it.</param>
    /// <param name="kind">What a size rule measured: <c>numeric</c>, <c>string</c> or <c>array</c>.</param>
    public static string Sentence(LaravelRule rule, string attribute, string kind)
    {
        var key = LaravelSize.Rules.Contains(rule.Name) ? $"{rule.Name}.{kind}" : rule.Name;
        var text = rule.Message ?? Sentences.GetValueOrDefault(key, $"validation.{key}");
        return Fill(text, rule).Replace(":attribute", attribute, StringComparison.Ordinal);
    }

    private static string Fill(string text, LaravelRule rule) =>
        rule.Name switch
        {
            "between" or "digits_between" => text.Replace(
                    ":min",
                    rule.Parameters[0],
                    StringComparison.Ordinal
                )
                .Replace(":max", rule.Parameters[1], StringComparison.Ordinal),
            "min" => text.Replace(":min", rule.Parameters[0], StringComparison.Ordinal),
            "max" => text.Replace(":max", rule.Parameters[0], StringComparison.Ordinal),
            "size" => text.Replace(":size", rule.Parameters[0], StringComparison.Ordinal),
            "digits" => text.Replace(":digits", rule.Parameters[0], StringComparison.Ordinal),
            "required_with" or "required_without" => text.Replace(
                ":values",
                string.Join(" / ", rule.Parameters),
                StringComparison.Ordinal
            ),
            "required_unless" => text.Replace(
                    ":other",
                    rule.Parameters[0],
                    StringComparison.Ordinal
                )
                .Replace(
                    ":values",
                    string.Join(", ", rule.Parameters.Skip(1)),
                    StringComparison.Ordinal
                ),
            _ => text,
        };
}
