namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>The daemon's guard against a server that prints too fast: a fixed window, and one warning per spell.</summary>
internal sealed class ConsoleThrottle(TimeProvider clock, int lines, TimeSpan period)
{
    private long _windowBegan = clock.GetTimestamp();
    private int _count;
    private bool _striking;

    /// <param name="strike">True for the first refused line of a spell.</param>
    public bool Allow(out bool strike)
    {
        strike = false;
        if (clock.GetElapsedTime(_windowBegan) > period)
        {
            _windowBegan = clock.GetTimestamp();
            _count = 0;
        }
        if (_count < lines)
        {
            _count++;
            _striking = false;
            return true;
        }
        strike = !_striking;
        _striking = true;
        return false;
    }
}
