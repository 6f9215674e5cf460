namespace Elizon.Cli.Catalog;

/// <summary>Where in the file each part of the document was written.</summary>
internal sealed class SourceMap
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal) { [""] = 1 };

    public void Add(string path, int line) => _lines.TryAdd(path, line);

    /// <summary>The line of a part, or of what holds it: a fault may be about something that is missing.</summary>
    public int LineOf(string path)
    {
        while (!_lines.ContainsKey(path))
            path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        return _lines[path];
    }
}
