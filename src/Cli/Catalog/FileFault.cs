namespace Elizon.Cli.Catalog;

/// <summary>Something wrong in a file, at a line (1-based).</summary>
internal sealed record FileFault(int Line, string Path, string Sentence)
{
    public string Text(string file) =>
        $"{file}:{Line}: {(Path.Length > 0 ? $"{Path}: " : "")}{Sentence}";
}
