using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>PHP's reading of a query string: <c>filter[email]=x</c> is a map, <c>ids[]=1</c> a list.</summary>
internal static class BracketedPairs
{
    public static JsonObject ToJson(IEnumerable<KeyValuePair<string, StringValues>> pairs)
    {
        var root = new JsonObject();
        foreach (var (name, values) in pairs)
        {
            foreach (var value in values)
                Set(root, name, value);
        }
        return root;
    }

    private static void Set(JsonObject root, string name, string? value)
    {
        var path = Path(name);
        var map = root;
        foreach (var segment in path.SkipLast(1))
        {
            if (map[segment] is not JsonObject next)
                map[segment] = next = [];
            map = next;
        }
        var key =
            path[^1].Length == 0 ? map.Count.ToString(CultureInfo.InvariantCulture) : path[^1];
        map[key] = value;
    }

    private static List<string> Path(string name)
    {
        var open = name.IndexOf('[', StringComparison.Ordinal);
        if (open <= 0 || !name.EndsWith(']'))
            return [name];
        return [name[..open], .. name[(open + 1)..^1].Split("][")];
    }
}
