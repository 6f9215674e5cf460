using System.Text.Json.Nodes;

namespace Elizon.Sandbox.Pterodactyl.Validation;

/// <summary>
/// Rules that measure. Trap: <c>max:20</c> counts characters unless the list also says <c>numeric</c> or <c>integer</c>; then it compares the number.
/// </summary>
internal static class LaravelSize
{
    public static readonly HashSet<string> Rules =
    [
        "size",
        "between",
        "min",
        "max",
        "gt",
        "gte",
        "lt",
        "lte",
    ];

    public static string Kind(IReadOnlyList<LaravelRule> all) =>
        all.Any(rule => rule.Name is "numeric" or "integer" or "decimal") ? "numeric"
        : all.Any(rule => rule.Name == "array") ? "array"
        : "string";

    public static bool Passes(LaravelRule rule, JsonNode? value, IReadOnlyList<LaravelRule> all)
    {
        var size = Of(value, all);
        return rule.Name switch
        {
            "size" => size == Parameter(rule, 0),
            "between" => size >= Parameter(rule, 0) && size <= Parameter(rule, 1),
            "min" or "gte" => size >= Parameter(rule, 0),
            "max" or "lte" => size <= Parameter(rule, 0),
            "gt" => size > Parameter(rule, 0),
            _ => size < Parameter(rule, 0),
        };
    }

    private static decimal Of(JsonNode? value, IReadOnlyList<LaravelRule> all)
    {
        if (Kind(all) == "numeric" && PhpValue.Number(value) is { } number)
            return number;
        return value switch
        {
            JsonArray list => list.Count,
            JsonObject map => map.Count,
            _ => PhpValue.Text(value).EnumerateRunes().Count(),
        };
    }

    private static decimal Parameter(LaravelRule rule, int index) =>
        rule.Parameters.Count > index ? PhpValue.Number(rule.Parameters[index]) ?? 0 : 0;
}
