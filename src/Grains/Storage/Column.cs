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

    private Column(PropertyInfo property, bool isKey, bool isJson)
    {
        _property = property;
        Name = RowCommand.SnakeCase(property.Name);
        IsKey = isKey;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        (_type, _convert) = isJson ? (NpgsqlDbType.Jsonb, v => v) : Storage(type);
    }

    public string Name { get; }

    public bool IsKey { get; }

    public static Column[] AllOf(Type row) => Known.GetOrAdd(row, Read);

    public NpgsqlParameter Parameter(Row row)
    {
        var value = _property.GetValue(row);
        return new NpgsqlParameter
        {
            NpgsqlDbType = _type,
            Value = value is null ? DBNull.Value : _convert(value),
        };
    }

    public object? JsonValue(Row row)
    {
        var value = _property.GetValue(row);
        if (value is null)
            return null;
        var stored = _convert(value);
        return _type == NpgsqlDbType.Jsonb
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
}
