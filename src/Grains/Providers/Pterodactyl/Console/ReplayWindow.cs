namespace Elizon.Grains.Providers.Pterodactyl.Console;

/// <summary>
/// Decides when the daemon's answer to "send logs" is over. It has no end mark: its lines come in one burst, live ones with
/// pauses. Counted in ticks of a timer and never in elapsed time: a machine that stood still for a second must not end a
/// replay whose lines wait in the socket, because they would be taken for live ones and shown twice.
/// </summary>
internal sealed class ReplayWindow
{
    /// <summary>What the daemon keeps and replays (pterodactyl sheet, 4.2).</summary>
    public const int Length = 150;

    public static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(25);

    /// <summary>Silence behind the burst that ends it.</summary>
    private const int QuietTicks = 6;

    /// <summary>From the first line on, so that a flood is not held back for longer than a second.</summary>
    private const int LongestTicks = 40;

    /// <summary>Without a line nothing is held back, so waiting long for the first one costs nothing.</summary>
    private const int FirstLineTicks = 120;

    private int _lines;
    private int _ticks;
    private int _quiet;

    public void Line()
    {
        if (Interlocked.Increment(ref _lines) == 1)
            Volatile.Write(ref _ticks, 0);
        Volatile.Write(ref _quiet, 0);
    }

    /// <summary>One tick has passed; true when the replay is over.</summary>
    public bool Pass()
    {
        var ticks = Interlocked.Increment(ref _ticks);
        var quiet = Interlocked.Increment(ref _quiet);
        return Volatile.Read(ref _lines) == 0
            ? ticks >= FirstLineTicks
            : quiet >= QuietTicks || ticks >= LongestTicks;
    }

    public bool IsEmpty => Volatile.Read(ref _lines) == 0;

    /// <summary>A few more lines than a replay has: live ones were mixed in, and their place is not sure.</summary>
    public bool IsMixed => _lines is > Length and <= Length + 20;
}
