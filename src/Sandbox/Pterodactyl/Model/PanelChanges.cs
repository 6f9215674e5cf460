using System.Globalization;
using Elizon.Sandbox.Storage;

namespace Elizon.Sandbox.Pterodactyl.Model;

/// <summary>What one transaction of the panel writes. Rows are stored first and seen by others afterwards.</summary>
internal sealed class PanelChanges(PanelTables tables)
{
    private readonly StoreChanges _stored = new();
    private readonly List<Action> _seen = [];
    private readonly Dictionary<string, int> _sequences = [];

    public void Put<T>(PanelTable<T> table, T row)
        where T : class, IPanelRow
    {
        _stored.Put(table.Kind, Key(row.Id), row);
        _seen.Add(() => table.Set(row));
    }

    public void Remove<T>(PanelTable<T> table, T row)
        where T : class, IPanelRow
    {
        _stored.Remove(table.Kind, Key(row.Id));
        _seen.Add(() => table.Drop(row.Id));
    }

    /// <summary>The next id of a table. An id is never given again, not even after its row was deleted or the host restarted.</summary>
    public int NextId(string kind)
    {
        var id = _sequences.TryGetValue(kind, out var last) ? last + 1 : tables.LastId(kind) + 1;
        _sequences[kind] = id;
        return id;
    }

    internal void Commit(SandboxStore store)
    {
        foreach (var (kind, last) in _sequences)
            _stored.Put(PanelTables.Sequences, kind, new PanelSequence(last));
        store.Write(_stored);
        foreach (var apply in _seen)
            apply();
    }

    private static string Key(int id) => id.ToString("D8", CultureInfo.InvariantCulture);
}

/// <summary>The last id a table has given.</summary>
internal sealed record PanelSequence(int Last);
