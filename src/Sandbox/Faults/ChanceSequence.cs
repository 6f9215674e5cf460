namespace Elizon.Sandbox.Faults;

/// <summary>
/// Repeatable chance: the n-th number of a named series under a seed, computed without state (SplitMix64 over an FNV-1a
/// hash of the name). Faults therefore do not disturb each other, and a restart goes on where the series was.
/// </summary>
public static class ChanceSequence
{
    /// <returns>A number in [0, 1).</returns>
    public static double At(long seed, string series, long index)
    {
        unchecked
        {
            var start = Mix((ulong)seed ^ Hash(series));
            return (Mix(start + ((ulong)index * 0x9E3779B97F4A7C15)) >> 11) * (1.0 / (1UL << 53));
        }
    }

    private static ulong Hash(string text)
    {
        unchecked
        {
            var hash = 0xCBF29CE484222325UL;
            foreach (var c in text)
                hash = (hash ^ c) * 0x100000001B3UL;
            return hash;
        }
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
