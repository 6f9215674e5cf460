using System.Globalization;
using Elizon.Sandbox.Storage;
using Microsoft.Data.Sqlite;

namespace Elizon.Sandbox.Mail;

/// <summary>One row per recipient of a message. On disk only: messages can be large, and only tests read them.</summary>
internal sealed class MailTable
{
    private const string Columns = "id, recipient, sender, message_id, received_at, raw";
    private readonly SandboxDatabase _database;

    public MailTable(SandboxDatabase database)
    {
        _database = database;
        database.Use(connection =>
            Execute(
                connection,
                "CREATE TABLE IF NOT EXISTS mail (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "
                    + "recipient TEXT NOT NULL COLLATE NOCASE, sender TEXT NOT NULL, message_id TEXT, "
                    + "received_at TEXT NOT NULL, raw BLOB NOT NULL); "
                    + "CREATE INDEX IF NOT EXISTS mail_recipient ON mail (recipient, seq)"
            )
        );
    }

    /// <summary>Stores the copies of all recipients of one message, or none.</summary>
    public void Add(IEnumerable<StoredMail> copies) =>
        _database.Use(connection =>
        {
            using var transaction = connection.BeginTransaction();
            foreach (var mail in copies)
                Insert(connection, transaction, mail);
            transaction.Commit();
        });

    /// <summary>Newest first; of one recipient, or of all.</summary>
    public IReadOnlyList<StoredMail> List(string? recipient, int limit) =>
        Select(
            "WHERE $recipient IS NULL OR recipient = $recipient ORDER BY seq DESC LIMIT $limit",
            recipient,
            limit
        );

    public StoredMail? Find(string id) =>
        Select("WHERE id = $recipient LIMIT $limit", id, 1) is [var mail] ? mail : null;

    public int Count(string? recipient) =>
        _database.Use(connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText =
                "SELECT count(*) FROM mail WHERE $recipient IS NULL OR recipient = $recipient";
            command.Parameters.AddWithValue("$recipient", (object?)recipient ?? DBNull.Value);
            return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        });

    public void Delete(string? recipient) =>
        _database.Use(connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText =
                "DELETE FROM mail WHERE $recipient IS NULL OR recipient = $recipient";
            command.Parameters.AddWithValue("$recipient", (object?)recipient ?? DBNull.Value);
            command.ExecuteNonQuery();
        });

    private IReadOnlyList<StoredMail> Select(string where, string? argument, int limit) =>
        _database.Use(connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT {Columns} FROM mail {where}";
            command.Parameters.AddWithValue("$recipient", (object?)argument ?? DBNull.Value);
            command.Parameters.AddWithValue("$limit", limit);
            using var reader = command.ExecuteReader();
            var found = new List<StoredMail>();
            while (reader.Read())
                found.Add(Read(reader));
            return (IReadOnlyList<StoredMail>)found;
        });

    private static StoredMail Read(SqliteDataReader reader) =>
        new(
            reader.GetString(0),
            reader.GetString(1),
            reader.GetString(2),
            reader.IsDBNull(3) ? null : reader.GetString(3),
            DateTimeOffset.Parse(reader.GetString(4), CultureInfo.InvariantCulture),
            reader.GetFieldValue<byte[]>(5)
        );

    private static void Insert(
        SqliteConnection connection,
        SqliteTransaction transaction,
        StoredMail mail
    )
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            $"INSERT INTO mail ({Columns}) VALUES ($id, $recipient, $sender, $message_id, $received_at, $raw)";
        command.Parameters.AddWithValue("$id", mail.Id);
        command.Parameters.AddWithValue("$recipient", mail.Recipient);
        command.Parameters.AddWithValue("$sender", mail.Sender);
        command.Parameters.AddWithValue("$message_id", (object?)mail.MessageId ?? DBNull.Value);
        command.Parameters.AddWithValue(
            "$received_at",
            mail.ReceivedAt.ToString("O", CultureInfo.InvariantCulture)
        );
        command.Parameters.AddWithValue("$raw", mail.Raw);
        command.ExecuteNonQuery();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

/// <param name="Recipient">From the envelope, not from the headers.</param>
/// <param name="MessageId">The header without its angle brackets; the same one may come twice, tests count doubles.</param>
internal sealed record StoredMail(
    string Id,
    string Recipient,
    string Sender,
    string? MessageId,
    DateTimeOffset ReceivedAt,
    byte[] Raw
);
