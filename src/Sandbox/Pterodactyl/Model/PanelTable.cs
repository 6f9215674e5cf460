using System.Collections.Immutable;
using Elizon.Sandbox.Storage;

namespace Elizon.Sandbox.Pterodactyl.Model;

/// <summary>One table in memory, by id in order; read without a lock, written by <see cref="PanelChanges"/> only.</summary>
internal sealed class PanelTable<T>
    where T : class, IPanelRow
{
    private ImmutableSortedDictionary<int, T> _rows;

    public PanelTable(SandboxStore store, string name)
    {
        Kind = $"pterodactyl.{name}";
        _rows = store.All<T>(Kind).ToImmutableSortedDictionary(row => row.Id, row => row);
    }

    public string Kind { get; }

    public IEnumerable<T> All => _rows.Values;

    public int Count => _rows.Count;

    public T? Find(int? id) =>
        id is { } number && _rows.TryGetValue(number, out var row) ? row : null;

    internal void Set(T row) => _rows = _rows.SetItem(row.Id, row);

    internal void Drop(int id) => _rows = _rows.Remove(id);
}
