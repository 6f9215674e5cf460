using System.Collections.Concurrent;
using Elizon.Sandbox.Pterodactyl.Tokens;

namespace Elizon.Sandbox.Pterodactyl.Wings;

/// <summary>
/// Which tokens a daemon refuses whatever they say: all that were issued before its own start, and all of a user from
/// before the panel revoked them. Trap kept from the real one: a token counts whole seconds, the start fractions, so a
/// token taken within the second of the restart is refused too.
/// </summary>
internal sealed class TokenDenylist
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _denied = new();

    public DateTimeOffset BootedAt { get; set; }

    public void Deny(string id, DateTimeOffset now) => _denied[id] = now;

    public bool Holds(TokenClaims token) =>
        token.IssuedAt < BootedAt
        || (_denied.TryGetValue(token.Id, out var since) && token.IssuedAt < since);
}
