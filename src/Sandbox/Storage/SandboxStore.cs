using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Data.Sqlite;

namespace Elizon.Sandbox.Storage;

/// <summary>
/// The durable state of all simulators: documents by kind and id, held in memory and written through to SQLite before
/// a call returns, so that state survives <c>kill -9</c>. Thread-safe. A document must be an immutable record: the
/// store hands out the very instance it holds. Floods (console lines, statistics) do not belong here.
/// </summary>
public sealed class SandboxStore
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly Lock _gate = new();
    private readonly SandboxDatabase _database;
    private readonly Dictionary<string, OrderedDictionary<string, StoredDocument>> _kinds;

    public SandboxStore(SandboxDatabase database)
    {
        _database = database;
        _kinds = database.Use(DocumentTable.Load);
    }

    public void Put<T>(string kind, string id, T document)
        where T : class => Write(new StoreChanges().Put(kind, id, document));

    public T? Get<T>(string kind, string id)
        where T : class
    {
        lock (_gate)
            return Documents(kind).TryGetValue(id, out var stored) ? stored.As<T>() : null;
    }

    /// <summary>All documents of a kind in the order of their first <see cref="Put"/>.</summary>
    public IReadOnlyList<T> All<T>(string kind)
        where T : class
    {
        lock (_gate)
            return [.. Documents(kind).Values.Select(stored => stored.As<T>())];
    }

    public bool Remove(string kind, string id)
    {
        lock (_gate)
        {
            if (!Documents(kind).ContainsKey(id))
                return false;
            Write(new StoreChanges().Remove(kind, id));
            return true;
        }
    }

    /// <summary>
    /// Reads, changes and writes one document with no other write in between; null when there is none. Where
    /// <paramref name="change"/> throws or returns the same instance nothing is written.
    /// </summary>
    public T? Update<T>(string kind, string id, Func<T, T> change)
        where T : class
    {
        lock (_gate)
        {
            if (Get<T>(kind, id) is not { } before)
                return null;
            var after = change(before);
            if (!ReferenceEquals(before, after))
                Put(kind, id, after);
            return after;
        }
    }

    /// <summary>Writes several changes as one transaction: after a crash either all of them are there or none.</summary>
    public void Write(StoreChanges changes)
    {
        if (changes.All.Count == 0)
            return;
        lock (_gate)
        {
            _database.Use(connection => DocumentTable.Save(connection, changes));
            foreach (var change in changes.All)
                if (change.Document is { } document)
                    Documents(change.Kind)[change.Id] = document;
                else
                    Documents(change.Kind).Remove(change.Id);
        }
    }

    /// <summary>Runs <paramref name="work"/> while no other thread can write: for rules over several documents.</summary>
    public T Exclusively<T>(Func<T> work)
    {
        lock (_gate)
            return work();
    }

    private OrderedDictionary<string, StoredDocument> Documents(string kind)
    {
        if (!_kinds.TryGetValue(kind, out var documents))
            _kinds[kind] = documents = [];
        return documents;
    }
}
