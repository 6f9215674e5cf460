using Elizon.Identity;

namespace Elizon.Grains.Identity;

/// <summary>
/// Counts requests in windows of 60 s. Exact, because a grain is the only one that counts for its key; kept in memory,
/// because a lost window only forgives.
/// </summary>
internal struct RateWindow
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(60);
    private DateTimeOffset _end;
    private int _count;

    public RateDecision Count(int limit, DateTimeOffset now)
    {
        if (now >= _end)
            (_end, _count) = (now + Length, 0);
        var allowed = _count < limit;
        if (allowed)
            _count++;
        return new RateDecision(allowed, limit, limit - _count, _end);
    }
}
