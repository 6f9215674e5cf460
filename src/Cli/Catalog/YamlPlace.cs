using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Elizon.Cli.Catalog;

/// <summary>
/// A node of the file with its place in the document. Reading never throws: what is wrong is noted, and reading goes on
/// with a stand-in, so that all faults come at once.
/// </summary>
internal sealed class YamlPlace(YamlNode node, string path, CatalogReading reading)
{
    public YamlNode Node => node;

    public string Path => path;

    public int Line => (int)node.Start.Line;

    public void Fault(string sentence) => reading.Add(Line, path, sentence);

    /// <summary>The members of a mapping, after merge keys; unknown names are faults.</summary>
    public YamlMap Map(params string[] known) => YamlMap.Of(this, known, reading);

    public IReadOnlyList<YamlPlace> List()
    {
        if (node is YamlSequenceNode list)
            return [.. list.Children.Select((child, i) => At(child, $"{path}[{i}]"))];
        if (!IsEmpty)
            Fault("Must be a list.");
        return [];
    }

    /// <summary>A mapping whose names are free, in the order of the file.</summary>
    public IReadOnlyList<(string Key, YamlPlace Value)> Entries()
    {
        if (node is YamlMappingNode)
            return
            [
                .. YamlMap
                    .Flatten(node)
                    .Select(e =>
                        (e.Key, At(e.Value, path.Length == 0 ? e.Key : $"{path}.{e.Key}"))
                    ),
            ];
        if (!IsEmpty)
            Fault("Must be a mapping of names to values.");
        return [];
    }

    public bool IsEmpty => node is YamlScalarNode { Value: null or "" or "~" or "null" };

    public bool IsScalar => node is YamlScalarNode;

    public string Text()
    {
        if (node is YamlScalarNode { Value: { } value })
            return value.Trim();
        Fault("Must be a text.");
        return "";
    }

    public int Number()
    {
        if (
            int.TryParse(
                Text(),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
            return number;
        Fault($"Must be a whole number, but is '{Shown}'.");
        return 0;
    }

    public bool YesNo()
    {
        switch (Text())
        {
            case "true" or "yes":
                return true;
            case "false" or "no":
                return false;
            default:
                Fault($"Must be true or false, but is '{Shown}'.");
                return false;
        }
    }

    public string Shown =>
        node is YamlScalarNode { Value: { } value } ? value : node.NodeType.ToString();

    /// <summary>The same node as another part of the document: the file's form is shorter than the document's.</summary>
    public YamlPlace As(string otherPath) => At(node, otherPath);

    private YamlPlace At(YamlNode child, string place)
    {
        reading.Lines.Add(place, (int)child.Start.Line);
        return new YamlPlace(child, place, reading);
    }
}
