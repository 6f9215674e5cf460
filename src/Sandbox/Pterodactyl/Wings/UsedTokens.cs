using System.Collections.Concurrent;

namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>Makes signed URLs work once. A daemon keeps this in memory, so its restart forgets.</summary>
internal sealed class UsedTokens
{
    private readonly ConcurrentDictionary<string, bool> _used = new();

    /// <summary>True the first time.</summary>
    public bool Take(string? uniqueId) => uniqueId is not null && _used.TryAdd(uniqueId, true);

    public void Clear() => _used.Clear();
}
