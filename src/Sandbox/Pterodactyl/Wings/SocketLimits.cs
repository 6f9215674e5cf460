namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>How fast a client may send on one socket. Used by the reading loop only.</summary>
internal sealed class SocketLimits(TimeProvider clock)
{
    private readonly TokenBucket _all = new(clock, 10, TimeSpan.FromMilliseconds(200));
    private readonly TokenBucket _others = new(clock, 4, TimeSpan.FromSeconds(1));
    private readonly HashSet<string> _spells = [];

    private readonly Dictionary<string, TokenBucket> _own = new()
    {
        ["auth"] = new TokenBucket(clock, 2, TimeSpan.FromSeconds(5)),
        ["send logs"] = new TokenBucket(clock, 2, TimeSpan.FromSeconds(5)),
        ["send command"] = new TokenBucket(clock, 10, TimeSpan.FromSeconds(1)),
    };

    /// <summary>True when the message passes. Else it is dropped; <paramref name="tell"/> names the limit once per spell.</summary>
    public bool Allow(string name, out string? tell)
    {
        tell = null;
        if (!_all.Take())
        {
            tell = _spells.Add("global") ? "global" : null;
            return false;
        }
        _spells.Remove("global");
        if ((_own.GetValueOrDefault(name) ?? _others).Take())
        {
            _spells.Remove(name);
            return true;
        }
        tell = _spells.Add(name) ? name : null;
        return false;
    }
}
