using Microsoft.Data.Sqlite;

namespace Elizon.Sandbox.Storage;

/// <summary>The SQL under <see cref="SandboxStore"/>. The row id keeps the order of first insertion.</summary>
internal static class DocumentTable
{
    private const string Create =
        "CREATE TABLE IF NOT EXISTS document (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, "
        + "json TEXT NOT NULL, UNIQUE (kind, id))";

    public static Dictionary<string, OrderedDictionary<string, StoredDocument>> Load(
        SqliteConnection connection
    )
    {
        using var command = connection.CreateCommand();
        command.CommandText = Create;
        command.ExecuteNonQuery();

        command.CommandText = "SELECT kind, id, json FROM document ORDER BY seq";
        using var reader = command.ExecuteReader();
        var kinds = new Dictionary<string, OrderedDictionary<string, StoredDocument>>();
        while (reader.Read())
        {
            var kind = reader.GetString(0);
            if (!kinds.TryGetValue(kind, out var documents))
                kinds[kind] = documents = [];
            documents[reader.GetString(1)] = new StoredDocument(reader.GetString(2));
        }
        return kinds;
    }

    public static void Save(SqliteConnection connection, StoreChanges changes)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var change in changes.All)
            Save(connection, transaction, change);
        transaction.Commit();
    }

    private static void Save(
        SqliteConnection connection,
        SqliteTransaction transaction,
        StoreChange change
    )
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.Parameters.AddWithValue("$kind", change.Kind);
        command.Parameters.AddWithValue("$id", change.Id);
        if (change.Document is null)
            command.CommandText = "DELETE FROM document WHERE kind = $kind AND id = $id";
        else
        {
            command.CommandText =
                "INSERT INTO document (kind, id, json) VALUES ($kind, $id, $json) "
                + "ON CONFLICT (kind, id) DO UPDATE SET json = excluded.json";
            command.Parameters.AddWithValue("$json", change.Document.Json);
        }
        command.ExecuteNonQuery();
    }
}
