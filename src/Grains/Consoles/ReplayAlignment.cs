namespace Elizon.Grains.Consoles;

/// <summary>What a replay adds to the lines that are known.</summary>
/// <param name="New">Lines to append, in order.</param>
/// <param name="Gap">True: something may be missing before them.</param>
/// <param name="AtMost">How many at most; null when that cannot be told.</param>
public sealed record Aligned(IReadOnlyList<string> New, bool Gap, int? AtMost);

/// <summary>
/// Finds where a provider's replay goes on from the lines already numbered. Providers give neither numbers nor an end mark,
/// and a few live lines may stand before the replay or within it (pterodactyl sheet, 4.4); those that are not in the replay
/// again are younger than all of it. The connection repeats a replay in which many were mixed.
/// </summary>
public static class ReplayAlignment
{
    /// <summary>So many live lines may stand before the last known line of a replay; more means another place.</summary>
    private const int MostStrangers = 3;

    /// <summary>A meeting of fewer lines may be chance: it is used, and said to be unsure.</summary>
    private const int Sure = 3;

    /// <param name="known">The last lines that were numbered, oldest first.</param>
    /// <param name="received">Replay and live lines in the order they came.</param>
    public static Aligned Align(IReadOnlyList<string> known, IReadOnlyList<string> received)
    {
        if (received.Count == 0)
            return new Aligned([], Gap: false, AtMost: null);
        if (known.Count == 0)
            return new Aligned(DropEarlyLive(received), Gap: false, AtMost: null);
        var meetings = Enumerable
            .Range(0, received.Count)
            .Reverse()
            .Select(end => Meeting(known, received, end))
            .OfType<int[]>()
            .ToList();
        if (meetings.Count == 0)
            return new Aligned(DropEarlyLive(received), Gap: true, AtMost: null);
        // Where repeated lines leave several places, the last one never shows a line twice.
        var overlap = meetings[0];
        // Before the first known line a replay may go further back; before a later one only live lines can stand.
        var fresh = After(received, overlap, overlap.Length < known.Count ? 0 : overlap[0]);
        if (meetings.Count > 1)
            return new Aligned(fresh, Gap: true, AtMost: overlap[^1] - meetings[^1][^1]);
        return new Aligned(fresh, Gap: overlap.Length < Math.Min(Sure, known.Count), AtMost: null);
    }

    /// <summary>
    /// Whether the last known line stands at <paramref name="end"/>, with the known ones before it leading there, back to the
    /// first of either; the places of those lines, or null.
    /// </summary>
    private static int[]? Meeting(
        IReadOnlyList<string> known,
        IReadOnlyList<string> received,
        int end
    )
    {
        if (received[end] != known[^1])
            return null;
        var places = new List<int>();
        var strangers = 0;
        for (var (at, line) = (end, known.Count - 1); at >= 0 && line >= 0; at--)
            if (received[at] == known[line])
            {
                places.Add(at);
                line--;
            }
            else if (++strangers > MostStrangers)
                return null;
        places.Reverse();
        return strangers > 0 && places.Count <= strangers ? null : [.. places];
    }

    /// <summary>The lines behind the overlap, then the strangers within it that the replay does not bring again.</summary>
    private static List<string> After(IReadOnlyList<string> received, int[] overlap, int from)
    {
        var fresh = received.Skip(overlap[^1] + 1).ToList();
        var again = fresh.GroupBy(l => l).ToDictionary(g => g.Key, g => g.Count());
        foreach (
            var stranger in Enumerable
                .Range(from, overlap[^1] - from)
                .Except(overlap)
                .Select(i => received[i])
        )
            if (again.TryGetValue(stranger, out var count) && count > 0)
                again[stranger] = count - 1;
            else
                fresh.Add(stranger);
        return fresh;
    }

    /// <summary>
    /// Nothing is known: a first line that comes again is a live one from before the replay. Should it be an old line of the
    /// replay instead, only the very beginning of the history is shorter.
    /// </summary>
    private static IReadOnlyList<string> DropEarlyLive(IReadOnlyList<string> received)
    {
        var first = 0;
        while (first < MostStrangers && received.Skip(first + 1).Contains(received[first]))
            first++;
        return first == 0 ? received : [.. received.Skip(first)];
    }
}
