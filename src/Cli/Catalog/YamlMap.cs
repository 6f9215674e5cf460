using YamlDotNet.RepresentationModel;

namespace Elizon.Cli.Catalog;

/// <summary>The members of one mapping.</summary>
internal sealed class YamlMap
{
    private readonly YamlPlace _place;
    private readonly Dictionary<string, YamlPlace> _members;
    private readonly CatalogReading _reading;

    private YamlMap(YamlPlace place, Dictionary<string, YamlPlace> members, CatalogReading reading)
    {
        _place = place;
        _members = members;
        _reading = reading;
    }

    public string Path => _place.Path;

    public static YamlMap Of(YamlPlace place, string[] known, CatalogReading reading)
    {
        if (place.Node is not YamlMappingNode)
        {
            if (!place.IsEmpty)
                place.Fault($"Must be a mapping with {string.Join(", ", known)}.");
            return new YamlMap(place, [], reading);
        }
        var members = place
            .Entries()
            .ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
        foreach (var (name, value) in members)
            if (!known.Contains(name))
                reading.Add(
                    value.Line,
                    value.Path,
                    $"'{name}' is not known here{Suggestion(name, known)}"
                );
        return new YamlMap(place, members, reading);
    }

    /// <summary>The named member; its absence is a fault.</summary>
    public YamlPlace? Required(string name)
    {
        var member = Optional(name);
        if (member is null)
            _reading.Add(
                _place.Line,
                _place.Path.Length == 0 ? name : $"{_place.Path}.{name}",
                $"'{name}' is missing."
            );
        return member;
    }

    public YamlPlace? Optional(string name) =>
        _members.TryGetValue(name, out var member) && !member.IsEmpty ? member : null;

    public string Text(string name) => Required(name)?.Text() ?? "";

    public string? TextOrNull(string name) => Optional(name)?.Text();

    /// <summary>Own members before merged ones; among merged mappings the first counts, as YAML has it.</summary>
    public static IEnumerable<(string Key, YamlNode Value)> Flatten(YamlNode node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Walk(node, 0).Where(e => seen.Add(e.Key));
    }

    private static IEnumerable<(string Key, YamlNode Value)> Walk(YamlNode node, int depth)
    {
        if (node is not YamlMappingNode map || depth > 20)
            yield break;
        foreach (var (key, value) in map.Children)
            if (key is YamlScalarNode { Value: { } name } && name != "<<")
                yield return (name, value);
        foreach (var (key, value) in map.Children)
            if (key is YamlScalarNode { Value: "<<" })
                foreach (
                    var merged in value is YamlSequenceNode several
                        ? several.Children.SelectMany(c => Walk(c, depth + 1))
                        : Walk(value, depth + 1)
                )
                    yield return merged;
    }

    private static string Suggestion(string name, string[] known)
    {
        var near = known.MinBy(k => Distance(k, name));
        return near is not null && Distance(near, name) <= 2
            ? $"; did you mean '{near}'?"
            : $"; known are {string.Join(", ", known)}.";
    }

    /// <summary>Levenshtein's: how many letters differ.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(
                    Math.Min(row[j], row[j - 1]) + 1,
                    diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)
                );
                diagonal = above;
            }
        }
        return row[^1];
    }
}
