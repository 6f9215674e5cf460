using Elizon.Grains.Storage;

namespace Elizon.Grains.Catalog;

/// <summary>
/// The silo's copy of the catalogue, at most a second old: whoever comes later waits for one small query that all share.
/// Content is read again only when its revision has moved.
/// </summary>
internal sealed class CatalogSnapshots(CatalogStore store, [Wall] TimeProvider wall)
{
    public static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private Aged? _current;
    private Task<CatalogSnapshot>? _reading;
    private long _notBefore;

    public ValueTask<CatalogSnapshot> Current()
    {
        lock (_lock)
            return
                _current is { } current
                && current.ReadAt >= _notBefore
                && wall.GetElapsedTime(current.ReadAt) < MaxAge
                ? new(current.Snapshot)
                : new(_reading ??= Read(_current?.Snapshot.Content));
    }

    /// <summary>This silo just changed the catalogue: what was read before does not count any more.</summary>
    public void Expire()
    {
        lock (_lock)
        {
            _notBefore = wall.GetTimestamp();
            _reading = null;
        }
    }

    private async Task<CatalogSnapshot> Read(CatalogContent? known)
    {
        // The age counts from before the query: what was committed while it ran may be missing.
        var readAt = wall.GetTimestamp();
        // Never done before it is stored as the one reading.
        await Task.Yield();
        try
        {
            var (revision, available) = await store.ReadChanging();
            var content = known?.Revision == revision ? known : await store.ReadContent();
            var snapshot = new CatalogSnapshot(content, available);
            lock (_lock)
                if (_current is null || _current.ReadAt < readAt)
                    _current = new Aged(snapshot, readAt);
            return snapshot;
        }
        finally
        {
            lock (_lock)
                _reading = null;
        }
    }

    private sealed record Aged(CatalogSnapshot Snapshot, long ReadAt);
}
