namespace Elizon.Api.Requests;

/// <summary>Faults of a body with their places. A megabyte can hold very many: what nobody would read is not kept.</summary>
internal sealed class FaultList
{
    private const int Most = 50;
    private const int LongestName = 64;

    private readonly List<string> _faults = [];

    public int Count => _faults.Count;

    public void Add(string path, string what)
    {
        if (_faults.Count < Most)
            _faults.Add(path.Length == 0 ? $"The body {what}." : $"'{path}' {what}.");
    }

    public void Add(IEnumerable<string> faults) =>
        _faults.AddRange(faults.Take(Most - _faults.Count));

    public string[] ToArray() => [.. _faults];

    /// <summary>The path of a member; a name that a client made endless is cut.</summary>
    public static string Join(string path, string name)
    {
        var shown = name.Length > LongestName ? name[..LongestName] + "…" : name;
        return path.Length == 0 ? shown : $"{path}.{shown}";
    }
}
