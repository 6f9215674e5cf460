using System.Globalization;
using System.Text.Json.Nodes;

namespace Elizon.Sandbox.Pterodactyl.Validation;

/// <summary>Dotted paths into a request's input, with <c>*</c> for every element of a list.</summary>
internal static class InputPath
{
    /// <summary>False when the path leads nowhere; a JSON null is found and null.</summary>
    public static bool TryGet(JsonNode? root, string path, out JsonNode? value)
    {
        value = root;
        foreach (var segment in path.Split('.'))
        {
            if (!TryStep(value, segment, out value))
                return false;
        }
        return true;
    }

    public static JsonNode? Get(JsonNode? root, string path) =>
        TryGet(root, path, out var value) ? value : null;

    /// <summary>The concrete paths a wildcard path names in this input; the path itself when it has no wildcard.</summary>
    public static IEnumerable<string> Expand(JsonNode? root, string path)
    {
        var star = path.IndexOf(".*", StringComparison.Ordinal);
        if (star < 0)
            return [path];
        var head = path[..star];
        var tail = path[(star + 2)..];
        return Keys(Get(root, head)).SelectMany(key => Expand(root, $"{head}.{key}{tail}"));
    }

    private static IEnumerable<string> Keys(JsonNode? node) =>
        node switch
        {
            JsonArray list => Enumerable
                .Range(0, list.Count)
                .Select(i => i.ToString(CultureInfo.InvariantCulture)),
            JsonObject map => map.Select(pair => pair.Key),
            _ => [],
        };

    private static bool TryStep(JsonNode? node, string segment, out JsonNode? value)
    {
        value = null;
        if (node is JsonObject map)
            return map.TryGetPropertyValue(segment, out value);
        if (
            node is not JsonArray list
            || !int.TryParse(segment, CultureInfo.InvariantCulture, out var index)
            || index < 0
            || index >= list.Count
        )
            return false;
        value = list[index];
        return true;
    }
}
