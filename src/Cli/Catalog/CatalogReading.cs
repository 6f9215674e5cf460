using Elizon.Catalog;

namespace Elizon.Cli.Catalog;

/// <summary>What was read of a file so far: lines, faults, and how references are looked up.</summary>
internal sealed class CatalogReading(World world, string folder)
{
    private readonly List<FileFault> _faults = [];

    public World World => world;

    /// <summary>Relative file references are meant from here.</summary>
    public string Folder => folder;

    public SourceMap Lines { get; } = new();

    /// <summary>By line. What many places share (an anchor) is told once.</summary>
    public IReadOnlyList<FileFault> Faults =>
        [
            .. _faults
                .OrderBy(f => f.Line)
                .ThenBy(f => f.Path, StringComparer.Ordinal)
                .DistinctBy(f => (f.Line, f.Sentence)),
        ];

    public void Add(int line, string path, string sentence) =>
        _faults.Add(new FileFault(line, path, sentence));

    /// <summary>Faults of the document's own rules, but those about a part that could not be read at all: they would say it again.</summary>
    public void Add(IEnumerable<CatalogFault> faults)
    {
        var unread = _faults.Select(f => f.Path).ToArray();
        foreach (var fault in faults)
            if (!unread.Any(path => Holds(path, fault.Path) || Holds(fault.Path, path)))
                Add(Lines.LineOf(fault.Path), fault.Path, fault.Sentence);
    }

    private static bool Holds(string outer, string inner) =>
        inner.StartsWith(outer, StringComparison.Ordinal)
        && (inner.Length == outer.Length || inner[outer.Length] is '.' or '[');
}
