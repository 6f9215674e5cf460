using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Elizon.Api.Tests.OpenApi;

/// <summary>A JSON schema of the document, as far as our routes use it.</summary>
public sealed class ApiSchema(JsonNode node, JsonNode root)
{
    private readonly JsonNode _node = Resolve(node, root);

    public IEnumerable<(string Name, ApiSchema Schema, bool Required)> Members =>
        (_node["properties"]?.AsObject() ?? []).Select(p =>
            (p.Key, new ApiSchema(p.Value!, root), Required.Contains(p.Key))
        );

    public ApiSchema? Items => _node["items"] is { } items ? new ApiSchema(items, root) : null;

    public IEnumerable<ApiSchema> Choices =>
        (_node["oneOf"] ?? _node["anyOf"])?.AsArray().Select(c => new ApiSchema(c!, root)) ?? [];

    private HashSet<string> Required =>
        [.. _node["required"]?.AsArray().Select(r => (string)r!) ?? []];

    private string[] Types =>
        _node["type"] switch
        {
            JsonArray several => [.. several.Select(t => (string)t!)],
            { } one => [(string)one!],
            null => [],
        };

    /// <summary>False when the value certainly breaks the schema.</summary>
    public bool Fits(JsonNode? value)
    {
        if (Choices.Any())
            return Choices.Any(c => c.Fits(value));
        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        if (Types.Length > 0 && !Types.Any(t => IsOf(t, kind, value)))
            return false;
        if (kind != JsonValueKind.Null && _node["enum"] is JsonArray words)
            return words.Any(w => JsonNode.DeepEquals(w, value));
        return kind switch
        {
            JsonValueKind.String => FitsText((string)value!),
            JsonValueKind.Number => FitsNumber(value!),
            JsonValueKind.Array => Items is null || value!.AsArray().All(Items.Fits),
            JsonValueKind.Object => FitsObject(value!.AsObject()),
            _ => true,
        };
    }

    public bool FitsQuery(string text) =>
        Types.Contains("string") || Types.Length == 0
            ? Fits(JsonValue.Create(text))
            : TryNumberOrWord(text) is { } value && Fits(value);

    private bool FitsObject(JsonObject value) =>
        Required.All(value.ContainsKey)
        && Members.All(m => !value.ContainsKey(m.Name) || m.Schema.Fits(value[m.Name]));

    private bool FitsText(string text) =>
        text.Length <= ((int?)_node["maxLength"] ?? int.MaxValue)
        && text.Length >= ((int?)_node["minLength"] ?? 0)
        && (
            _node["pattern"] is not { } pattern
            || Regex.IsMatch(text, (string)pattern!, RegexOptions.None, TimeSpan.FromSeconds(1))
        )
        && (
            (string?)_node["format"] != "date-time"
            || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _)
        );

    private bool FitsNumber(JsonNode value)
    {
        var number = Number(value);
        var step = (double?)_node["multipleOf"];
        return number >= ((double?)_node["minimum"] ?? double.MinValue)
            && number <= ((double?)_node["maximum"] ?? Largest())
            && (
                step is null
                || Math.Abs(number / step.Value - Math.Round(number / step.Value)) < 1e-6
            );
    }

    private double Largest() =>
        (string?)_node["format"] == "int32" ? int.MaxValue
        : (string?)_node["format"] == "int64" ? long.MaxValue
        : 1e300;

    private static bool IsOf(string type, JsonValueKind kind, JsonNode? value) =>
        type switch
        {
            "null" => kind == JsonValueKind.Null,
            "string" => kind == JsonValueKind.String,
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "number" => kind == JsonValueKind.Number,
            "integer" => kind == JsonValueKind.Number && IsWhole(value!),
            "array" => kind == JsonValueKind.Array,
            "object" => kind == JsonValueKind.Object,
            _ => true,
        };

    private static bool IsWhole(JsonNode value)
    {
        var number = Number(value);
        return number == Math.Floor(number);
    }

    private static double Number(JsonNode value) =>
        double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);

    private static JsonNode? TryNumberOrWord(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    private static JsonNode Resolve(JsonNode node, JsonNode root) =>
        (string?)node["$ref"] is { } reference
            ? reference.TrimStart('#', '/').Split('/').Aggregate(root, (at, step) => at[step]!)
            : node;
}
