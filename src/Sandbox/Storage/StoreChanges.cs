namespace Elizon.Sandbox.Storage;

/// <summary>Several puts and removes that <see cref="SandboxStore.Write"/> makes durable together.</summary>
public sealed class StoreChanges
{
    private readonly List<StoreChange> _changes = [];

    internal IReadOnlyList<StoreChange> All => _changes;

    public StoreChanges Put<T>(string kind, string id, T document)
        where T : class
    {
        _changes.Add(new StoreChange(kind, id, new StoredDocument(document)));
        return this;
    }

    public StoreChanges Remove(string kind, string id)
    {
        _changes.Add(new StoreChange(kind, id, null));
        return this;
    }
}

internal sealed record StoreChange(string Kind, string Id, StoredDocument? Document);
