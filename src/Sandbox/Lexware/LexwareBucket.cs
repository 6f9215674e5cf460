using Elizon.Sandbox.Time;

namespace Elizon.Sandbox.Lexware;

/// <summary>The bucket of requests over all paths; on real time, as every limit of the outside world.</summary>
internal sealed class LexwareBucket(SandboxOptions options, SandboxClock clock)
{
    private readonly Lock _gate = new();
    private double _tokens = options.LexwareRequestsPerSecond;
    private long _at = clock.Real.GetTimestamp();

    public bool Take()
    {
        lock (_gate)
        {
            var now = clock.Real.GetTimestamp();
            var rate = options.LexwareRequestsPerSecond;
            _tokens = Math.Min(
                rate,
                _tokens + (clock.Real.GetElapsedTime(_at, now).TotalSeconds * rate)
            );
            _at = now;
            if (_tokens < 1)
                return false;
            _tokens--;
            return true;
        }
    }
}
