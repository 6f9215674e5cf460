namespace Elizon.Journeys.Tests.Chaos;

/// <summary>Repeatable chance: the same seed gives the same moments (SplitMix64).</summary>
internal sealed class Chance(int seed)
{
    private ulong _state = (ulong)seed;

    public int Next(int from, int to)
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return from + (int)((z ^ (z >> 31)) % (ulong)(to - from));
    }
}
