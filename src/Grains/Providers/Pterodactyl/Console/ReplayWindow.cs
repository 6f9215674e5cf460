namespace Elizon.Grains.Providers.Pterodactyl.Console;

/// <summary>
/// Decides when the daemon's answer to "send logs" is over. It has no end mark: its lines come in one burst, live ones with
/// pauses. Ends after a pause behind the burst, at the latest after a second, so that a flood is not held back.
/// </summary>
internal sealed class ReplayWindow(TimeProvider clock)
{
    /// <summary>What the daemon keeps and replays (pterodactyl sheet, 4.2).</summary>
    public const int Length = 150;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan FirstLine = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly long _began = clock.GetTimestamp();
    private long _lastLine;
    private int _lines;

    public void Line()
    {
        Volatile.Write(ref _lastLine, clock.GetTimestamp());
        Interlocked.Increment(ref _lines);
    }

    public bool IsOver =>
        clock.GetElapsedTime(_began) > Longest
        || (
            _lines == 0
                ? clock.GetElapsedTime(_began) > FirstLine
                : clock.GetElapsedTime(Volatile.Read(ref _lastLine)) > Pause
        );

    /// <summary>A few more lines than a replay has: live ones were mixed in, and their place is not sure.</summary>
    public bool IsMixed => _lines is > Length and <= Length + 20;
}
