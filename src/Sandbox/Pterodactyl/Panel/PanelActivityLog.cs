using System.Collections.Concurrent;
using Elizon.Sandbox.Pterodactyl.Model;

namespace Elizon.Sandbox.Pterodactyl.Panel;

/// <summary>The last events of each server. In memory: the one thing of the panel that a restart forgets.</summary>
internal sealed class PanelActivityLog(TimeProvider clock)
{
    private const int Kept = 200;
    private readonly ConcurrentDictionary<int, Queue<PanelActivity>> _entries = new();
    private int _lastId;

    public void Add(
        PanelCall call,
        string name,
        params ReadOnlySpan<(string Name, string Value)> properties
    )
    {
        var entry = new PanelActivity
        {
            Id = Interlocked.Increment(ref _lastId),
            ServerId = call.Server.Id,
            UserId = call.User.Id,
            Event = name,
            IsApi = true,
            Ip = call.Address,
            Properties = properties
                .ToArray()
                .ToDictionary(property => property.Name, property => property.Value),
            Timestamp = clock.GetUtcNow(),
        };
        var queue = _entries.GetOrAdd(call.Server.Id, _ => new Queue<PanelActivity>());
        lock (queue)
        {
            queue.Enqueue(entry);
            if (queue.Count > Kept)
                queue.Dequeue();
        }
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<PanelActivity> Of(PanelServer server)
    {
        if (!_entries.TryGetValue(server.Id, out var queue))
            return [];
        lock (queue)
            return [.. queue];
    }
}
