using System.Globalization;
using Elizon.Sandbox.Pterodactyl.Model;
using Elizon.Sandbox.Time;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>Counts calls in fixed windows that begin with the first call. One budget per user, whichever key is used. Real time.</summary>
internal sealed class PanelThrottle(SandboxClock clock)
{
    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DateTimeOffset Ends, int Used)> _windows = [];

    /// <summary>Counts one call and writes the headers.</summary>
    /// <exception cref="PanelFailure">429 when the budget is used up.</exception>
    public void Count(
        HttpResponse response,
        string name,
        PanelUser user,
        int limit,
        TimeSpan window
    )
    {
        var (used, ends, now) = Take($"{name}:{user.Uuid}", limit, window);
        response.Headers["X-RateLimit-Limit"] = limit.ToString(CultureInfo.InvariantCulture);
        response.Headers["X-RateLimit-Remaining"] = Math.Max(0, limit - used)
            .ToString(CultureInfo.InvariantCulture);
        if (used <= limit)
            return;
        response.Headers["X-RateLimit-Reset"] = ends.ToUnixTimeSeconds()
            .ToString(CultureInfo.InvariantCulture);
        throw new PanelFailure(429, "ThrottleRequestsException", "Too Many Attempts.")
        {
            RetryAfterSeconds = (int)Math.Ceiling((ends - now).TotalSeconds),
        };
    }

    private (int Used, DateTimeOffset Ends, DateTimeOffset Now) Take(
        string key,
        int limit,
        TimeSpan window
    )
    {
        var now = clock.Real.GetUtcNow();
        lock (_gate)
        {
            var current = _windows.GetValueOrDefault(key);
            if (current.Ends <= now)
                current = (now + window, 0);
            // A refused call does not count, so the window's end stays the way out.
            if (current.Used < limit)
                current.Used++;
            else
                return (limit + 1, current.Ends, now);
            _windows[key] = current;
            return (current.Used, current.Ends, now);
        }
    }
}
