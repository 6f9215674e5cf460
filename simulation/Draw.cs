namespace Elizon.Simulation;

/// <summary>Repeatable chance: what is drawn depends on the seed and on what it is drawn for, never on the order of draws.</summary>
internal sealed class Draw(int seed)
{
    /// <summary>At least 0, below 1.</summary>
    public double Of(string what)
    {
        // FNV-1a over the words, then SplitMix64 to spread what lies close together.
        var hash = 14_695_981_039_346_656_037UL ^ (ulong)seed;
        foreach (var letter in what)
            hash = (hash ^ letter) * 1_099_511_628_211UL;
        hash += 0x9E3779B97F4A7C15;
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return ((hash ^ (hash >> 31)) >> 11) / (double)(1UL << 53);
    }

    public bool Happens(double probability, string what) => Of(what) < probability;

    /// <summary>From 0 to below <paramref name="count"/>.</summary>
    public int Pick(int count, string what) => (int)(Of(what) * count);
}
