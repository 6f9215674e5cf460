using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Elizon.Grains.Storage;

/// <summary>Turns rows into parameterised statements; the text is made once per row type and mode.</summary>
internal static class RowCommand
{
    private static readonly ConcurrentDictionary<(Type, WriteMode), Statement> Statements = new();

    public static NpgsqlBatchCommand For(RowWrite write)
    {
        var statement = Statements.GetOrAdd(
            (write.Row.GetType(), write.Mode),
            key => Statement.Of(key.Item1, key.Item2)
        );
        var command = new NpgsqlBatchCommand(statement.Sql);
        foreach (var column in statement.Parameters)
            command.Parameters.Add(column.Parameter(write.Row));
        return command;
    }

    private sealed record Statement(string Sql, Column[] Parameters)
    {
        public static Statement Of(Type type, WriteMode mode)
        {
            var table =
                type.GetCustomAttribute<TableAttribute>()
                ?? throw new InvalidOperationException($"{type.Name} has no [Table].");
            var columns = Column.AllOf(type);
            var keys = columns.Where(c => c.IsKey).ToArray();
            return mode == WriteMode.Delete
                ? new Statement($"delete from {table.Name} where {Equal(keys)}", keys)
                : new Statement(
                    Insert(table.Name, columns) + OnConflict(mode, columns, keys),
                    columns
                );
        }

        private static string Insert(string table, Column[] columns) =>
            $"insert into {table} ({string.Join(", ", columns.Select(c => c.Name))}) "
            + $"values ({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))})";

        private static string OnConflict(WriteMode mode, Column[] columns, Column[] keys)
        {
            var target = string.Join(", ", keys.Select(k => k.Name));
            return mode switch
            {
                WriteMode.Insert => "",
                WriteMode.InsertIfAbsent => keys.Length == 0
                    ? " on conflict do nothing"
                    : $" on conflict ({target}) do nothing",
                _ => $" on conflict ({target}) do update set "
                    + string.Join(
                        ", ",
                        columns.Where(c => !c.IsKey).Select(c => $"{c.Name} = excluded.{c.Name}")
                    ),
            };
        }

        private static string Equal(Column[] keys) =>
            string.Join(" and ", keys.Select((k, i) => $"{k.Name} = ${i + 1}"));
    }

    /// <summary>The row's columns as one JSON object in their table form, for functions that complete a row themselves.</summary>
    public static string AsJson(Row row)
    {
        var columns = Column.AllOf(row.GetType());
        return Json.Write(columns.ToDictionary(c => c.Name, c => c.JsonValue(row)));
    }

    public static string TableOf(Type type) => type.GetCustomAttribute<TableAttribute>()!.Name;

    public static WriteMode ModeOf(Row row) =>
        row.GetType().GetCustomAttribute<TableAttribute>()!.Mode;

    /// <summary>PaidThrough → paid_through.</summary>
    public static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
            text.Append(char.IsUpper(c) && text.Length > 0 ? "_" : "")
                .Append(char.ToLowerInvariant(c));
        return text.ToString();
    }
}
