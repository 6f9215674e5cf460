using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Elizon.Grains.Storage;

/// <summary>How one property of a <see cref="Row"/> is stored.</summary>
internal sealed class Column
{
    private static readonly ConcurrentDictionary<Type, Column[]> Known = new();

    private readonly PropertyInfo _property;
    private readonly NpgsqlDbType _type;
    private readonly Func<object, object> _convert;
    private readonly Func<object?[], Array> _together;

    private Column(PropertyInfo property, bool isKey, bool isJson)
    {
        _property = property;
        Name = RowCommand.SnakeCase(property.Name);
        IsKey = isKey;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        (_type, _convert) = isJson ? (NpgsqlDbType.Jsonb, v => v) : Storage(type);
        _together = Together(_type);
    }

    public string Name { get; }

    public bool IsKey { get; }

    public static Column[] AllOf(Type row) => Known.GetOrAdd(row, Read);

    /// <summary>Rows that hold an array go one by one: an array of arrays has one dimension too many for unnest.</summary>
    public static bool OneByOne(Type row) =>
        AllOf(row).Any(c => c._type.HasFlag(NpgsqlDbType.Array));

    /// <summary>As the table holds it; null for none.</summary>
    public object? Value(Row row) => _property.GetValue(row) is { } value ? _convert(value) : null;

    public NpgsqlParameter Parameter(Row row) =>
        new() { NpgsqlDbType = _type, Value = Value(row) ?? DBNull.Value };

    /// <summary>This column of many rows, as one array.</summary>
    public NpgsqlParameter Parameters(IReadOnlyList<Row> rows)
    {
        var values = new object?[rows.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = Value(rows[i]);
        return new() { NpgsqlDbType = NpgsqlDbType.Array | _type, Value = _together(values) };
    }

    public object? JsonValue(Row row)
    {
        var stored = Value(row);
        return stored is not null && _type == NpgsqlDbType.Jsonb
            ? JsonSerializer.SerializeToElement(JsonDocument.Parse((string)stored).RootElement)
            : stored;
    }

    /// <summary>[Key] and [JsonColumn] may stand on a positional record's parameter.</summary>
    private static Column[] Read(Type row)
    {
        var parameters = row.GetConstructors()
            .MaxBy(c => c.GetParameters().Length)!
            .GetParameters();
        bool Has<TAttribute>(PropertyInfo p)
            where TAttribute : Attribute =>
            p.IsDefined(typeof(TAttribute))
            || parameters.Any(a => a.Name == p.Name && a.IsDefined(typeof(TAttribute)));
        return
        [
            .. row.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(p =>
                    p.GetMethod is { IsVirtual: false } && p.CanRead && p.SetMethod is not null
                )
                .Select(p => new Column(p, Has<KeyAttribute>(p), Has<JsonColumnAttribute>(p))),
        ];
    }

    private static (NpgsqlDbType, Func<object, object>) Storage(Type type)
    {
        if (type == typeof(string))
            return (NpgsqlDbType.Text, v => v);
        if (type == typeof(Money))
            return (NpgsqlDbType.Bigint, v => ((Money)v).Cents);
        if (type == typeof(long))
            return (NpgsqlDbType.Bigint, v => v);
        if (type == typeof(int))
            return (NpgsqlDbType.Integer, v => v);
        if (type == typeof(decimal))
            return (NpgsqlDbType.Numeric, v => v);
        if (type == typeof(bool))
            return (NpgsqlDbType.Boolean, v => v);
        if (type == typeof(DateTimeOffset))
            return (NpgsqlDbType.TimestampTz, v => ((DateTimeOffset)v).ToUniversalTime());
        if (type == typeof(DateOnly))
            return (NpgsqlDbType.Date, v => v);
        if (type == typeof(byte[]))
            return (NpgsqlDbType.Bytea, v => v);
        if (type == typeof(string[]))
            return (NpgsqlDbType.Array | NpgsqlDbType.Text, v => v);
        if (
            type.IsEnum
            || type.GetInterfaces()
                .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>))
        )
            return (NpgsqlDbType.Text, v => v.ToString()!);
        return (NpgsqlDbType.Jsonb, v => Json.Write(v, v.GetType()));
    }

    private static Func<object?[], Array> Together(NpgsqlDbType type) =>
        type switch
        {
            NpgsqlDbType.Bigint => Typed<long?>,
            NpgsqlDbType.Integer => Typed<int?>,
            NpgsqlDbType.Numeric => Typed<decimal?>,
            NpgsqlDbType.Boolean => Typed<bool?>,
            NpgsqlDbType.TimestampTz => Typed<DateTimeOffset?>,
            NpgsqlDbType.Date => Typed<DateOnly?>,
            NpgsqlDbType.Bytea => Typed<byte[]?>,
            _ => Typed<string?>,
        };

    private static TValue[] Typed<TValue>(object?[] values) =>
        Array.ConvertAll(values, value => (TValue)value!);
}
