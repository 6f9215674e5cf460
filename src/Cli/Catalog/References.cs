namespace Elizon.Cli.Catalog;

/// <summary>
/// Values that do not stand in the file: <c>env:NAME</c>, <c>env:NAME:-otherwise</c>, <c>file:/path</c>. Secrets are always
/// given so.
/// </summary>
internal static class References
{
    private const string Variable = "env:";
    private const string Path = "file:";
    private const string Otherwise = ":-";

    /// <param name="literal">Whether the value may also stand as it is.</param>
    public static string Resolve(YamlPlace place, CatalogReading reading, bool literal)
    {
        var text = place.Text();
        if (text.StartsWith(Variable, StringComparison.Ordinal))
            return FromEnvironment(place, text[Variable.Length..], reading);
        if (text.StartsWith(Path, StringComparison.Ordinal))
            return FromFile(place, text[Path.Length..], reading);
        if (literal)
            return text;
        place.Fault("A secret does not stand in the file: write env:NAME or file:/path.");
        return "";
    }

    private static string FromEnvironment(YamlPlace place, string text, CatalogReading reading)
    {
        var at = text.IndexOf(Otherwise, StringComparison.Ordinal);
        var name = at < 0 ? text : text[..at];
        if (reading.World.Variable(name) is { } value)
            return value.Trim();
        if (at >= 0)
            return text[(at + Otherwise.Length)..];
        place.Fault($"The environment variable {name} is not set.");
        return "";
    }

    private static string FromFile(YamlPlace place, string name, CatalogReading reading)
    {
        var file = System.IO.Path.Combine(reading.Folder, name);
        try
        {
            var info = new FileInfo(file);
            if (info.Length <= 8_192)
                return File.ReadAllText(file).Trim();
            place.Fault($"{name} is too large for a secret.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            place.Fault($"{name} cannot be read.");
        }
        return "";
    }
}
