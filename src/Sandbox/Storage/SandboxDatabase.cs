using Microsoft.Data.Sqlite;

namespace Elizon.Sandbox.Storage;

/// <summary>
/// The one SQLite file of the sandbox. WAL with <c>synchronous=NORMAL</c>: a committed write survives <c>kill -9</c> of
/// the process (the kernel holds it), only a power cut could take the last ones. One connection under one lock.
/// </summary>
public sealed class SandboxDatabase : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;

    public SandboxDatabase(string dataPath)
    {
        Directory.CreateDirectory(dataPath);
        var file = Path.Combine(dataPath, "sandbox.db");
        // Pooling would keep the file open after Dispose, and tests reopen it.
        _connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Pooling = false,
            }.ConnectionString
        );
        _connection.Open();
        Use(connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText =
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=5000;";
            command.ExecuteNonQuery();
        });
    }

    public void Use(Action<SqliteConnection> work)
    {
        lock (_gate)
            work(_connection);
    }

    public T Use<T>(Func<SqliteConnection, T> work)
    {
        lock (_gate)
            return work(_connection);
    }

    public void Dispose() => _connection.Dispose();
}
