namespace Elizon.Grains.Consoles;

/// <summary>The last lines of a console with their numbers; bounded by count and by characters.</summary>
internal sealed class LineRing(int maxLines = 2_000, int maxCharacters = 1_000_000)
{
    private readonly Queue<string> _lines = new();
    private long _characters;

    /// <summary>Number of the newest line; 0 before the first.</summary>
    public long Last { get; private set; }

    /// <summary>Number of the oldest line kept.</summary>
    public long First => Last - _lines.Count + 1;

    public int Count => _lines.Count;

    /// <summary>Goes on from another holder's tail.</summary>
    public void Adopt(long last, IEnumerable<string> lines)
    {
        Last = last;
        foreach (var line in lines)
            Keep(line);
    }

    public void Append(string line)
    {
        Last++;
        Keep(line);
    }

    /// <summary>Numbers that nobody will ever see, for a hole of known size.</summary>
    public void Skip(int lines)
    {
        Last += lines;
        _lines.Clear();
        _characters = 0;
    }

    /// <summary>The lines after a number, oldest first; empty when there are none or the number is ahead.</summary>
    public string[] After(long seq) =>
        seq >= Last ? [] : [.. _lines.Skip((int)Math.Max(0, seq - First + 1))];

    public string[] Newest(int count) => [.. _lines.Skip(Math.Max(0, _lines.Count - count))];

    private void Keep(string line)
    {
        _lines.Enqueue(line);
        _characters += line.Length;
        while (_lines.Count > maxLines || (_characters > maxCharacters && _lines.Count > 1))
            _characters -= _lines.Dequeue().Length;
    }
}
