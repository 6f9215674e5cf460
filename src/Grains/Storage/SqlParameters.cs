using Npgsql;
using NpgsqlTypes;

namespace Elizon.Grains.Storage;

/// <summary>A string that is a jsonb parameter.</summary>
public readonly record struct JsonText(string? Text);

/// <summary>Strings that are a jsonb[] parameter.</summary>
public readonly record struct JsonTexts(string?[] Texts);

/// <summary>Positional parameters with their PostgreSQL types, for hand-written statements.</summary>
public static class SqlParameters
{
    public static void Add(this NpgsqlBatch batch, string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(Of(value));
        batch.BatchCommands.Add(command);
    }

    public static NpgsqlCommand Command(
        this NpgsqlDataSource database,
        string sql,
        params object?[] values
    )
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(Of(value));
        return command;
    }

    private static NpgsqlParameter Of(object? value) =>
        value switch
        {
            null => new() { Value = DBNull.Value },
            JsonText { Text: null } => new()
            {
                Value = DBNull.Value,
                NpgsqlDbType = NpgsqlDbType.Jsonb,
            },
            JsonText json => new() { Value = json.Text, NpgsqlDbType = NpgsqlDbType.Jsonb },
            JsonTexts json => new()
            {
                Value = json.Texts,
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
            },
            DateTimeOffset at => new()
            {
                Value = at.ToUniversalTime(),
                NpgsqlDbType = NpgsqlDbType.TimestampTz,
            },
            Money money => new() { Value = money.Cents, NpgsqlDbType = NpgsqlDbType.Bigint },
            _ => new() { Value = value },
        };
}
