using Elizon.Grains.Storage;
using Microsoft.Extensions.Logging;
using Orleans.Utilities;

namespace Elizon.Grains.Revocations;

/// <summary>
/// Tells every Api process what was revoked. Subscriptions are leases in memory: when this activation is lost, the
/// watchers' next renewal brings them back.
/// </summary>
[GrainType("revocation-board")]
internal sealed class RevocationBoard([Wall] TimeProvider wall, ILogger<RevocationBoard> logger)
    : Grain,
        IRevocationBoard
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private readonly ObserverManager<IRevocationWatcher> _watchers = new(Lease, logger)
    {
        GetDateTime = () => wall.GetUtcNow().UtcDateTime,
    };

    public Task Watch(IRevocationWatcher watcher)
    {
        _watchers.Subscribe(watcher, watcher);
        return Task.CompletedTask;
    }

    public Task Publish(Revocation revocation)
    {
        _watchers.Notify(w => w.Revoked(revocation));
        return Task.CompletedTask;
    }
}
