using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Elizon.Grains.Storage;

/// <summary>
/// Turns rows into parameterised statements; the text is made once per row type and mode. It takes arrays, so that it is
/// the same for one row and for many.
/// </summary>
internal static class RowCommand
{
    private static readonly ConcurrentDictionary<(Type, WriteMode), Statement> Statements = new();
    private static readonly ConcurrentDictionary<Type, TableAttribute> Tables = new();

    public static NpgsqlBatchCommand For(RowGroup group)
    {
        var statement = Statements.GetOrAdd(
            (group.Type, group.Mode),
            key => Statement.Of(key.Item1, key.Item2)
        );
        var command = new NpgsqlBatchCommand(statement.Sql);
        foreach (var column in statement.Parameters)
            command.Parameters.Add(
                statement.OneByOne ? column.Parameter(group.Rows[0]) : column.Parameters(group.Rows)
            );
        return command;
    }

    private sealed record Statement(string Sql, Column[] Parameters, bool OneByOne)
    {
        public static Statement Of(Type type, WriteMode mode)
        {
            var table = TableOf(type);
            var columns = Column.AllOf(type);
            var keys = columns.Where(c => c.IsKey).ToArray();
            if (mode == WriteMode.Delete)
                return new Statement(Delete(table, keys), keys, OneByOne: false);
            var oneByOne = Column.OneByOne(type);
            var places = string.Join(", ", columns.Select((_, i) => $"${i + 1}"));
            var values = oneByOne ? $"values ({places})" : $"select * from unnest({places})";
            return new Statement(
                $"insert into {table} ({Names(columns)}) {values}"
                    + OnConflict(mode, columns, keys),
                columns,
                oneByOne
            );
        }

        private static string Delete(string table, Column[] keys) =>
            $"delete from {table} t using unnest({string.Join(", ", keys.Select((_, i) => $"${i + 1}"))}) as k ({Names(keys)}) "
            + $"where {string.Join(" and ", keys.Select(k => $"t.{k.Name} = k.{k.Name}"))}";

        private static string OnConflict(WriteMode mode, Column[] columns, Column[] keys) =>
            mode switch
            {
                WriteMode.Insert => "",
                WriteMode.InsertIfAbsent => keys.Length == 0
                    ? " on conflict do nothing"
                    : $" on conflict ({Names(keys)}) do nothing",
                _ => $" on conflict ({Names(keys)}) do update set "
                    + string.Join(
                        ", ",
                        columns.Where(c => !c.IsKey).Select(c => $"{c.Name} = excluded.{c.Name}")
                    ),
            };

        private static string Names(Column[] columns) =>
            string.Join(", ", columns.Select(c => c.Name));
    }

    /// <summary>The row's columns as one JSON object in their table form, for functions that complete a row themselves.</summary>
    public static string AsJson(Row row)
    {
        var columns = Column.AllOf(row.GetType());
        return Json.Write(columns.ToDictionary(c => c.Name, c => c.JsonValue(row)));
    }

    public static string TableOf(Type type) => Table(type).Name;

    public static WriteMode ModeOf(Row row) => Table(row.GetType()).Mode;

    private static TableAttribute Table(Type type) =>
        Tables.GetOrAdd(
            type,
            static type =>
                type.GetCustomAttribute<TableAttribute>()
                ?? throw new InvalidOperationException($"{type.Name} has no [Table].")
        );

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
