namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>So many at once, then one per interval. Not thread-safe.</summary>
internal sealed class TokenBucket(TimeProvider clock, int burst, TimeSpan interval)
{
    private double _tokens = burst;
    private long _filledAt = clock.GetTimestamp();

    public bool Take()
    {
        _tokens = Math.Min(burst, _tokens + (clock.GetElapsedTime(_filledAt) / interval));
        _filledAt = clock.GetTimestamp();
        if (_tokens < 1)
            return false;
        _tokens--;
        return true;
    }
}
