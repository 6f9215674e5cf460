namespace Elizon.Grains.Storage;

/// <summary>
/// One row of a record table, written in the commit of the aggregate that owns it. Properties are columns by snake
/// case: ids and enums as text, <see cref="Money"/> as cents, <c>string[]</c> as text[], other objects as jsonb.
/// </summary>
public abstract record Row;

/// <summary>The table of a <see cref="Row"/> and how its rows are written.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TableAttribute(string name, WriteMode mode = WriteMode.Insert) : Attribute
{
    public string Name { get; } = name;

    public WriteMode Mode { get; } = mode;
}

/// <summary>Part of the primary key; needed for upserts and deletes.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class KeyAttribute : Attribute;

/// <summary>Stored as jsonb although the property is a string.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class JsonColumnAttribute : Attribute;

public enum WriteMode
{
    /// <summary>A second row with the same key fails the commit.</summary>
    Insert,

    /// <summary>The newest row replaces the one with the same key.</summary>
    Upsert,

    /// <summary>A row that is already there stays as it is.</summary>
    InsertIfAbsent,

    /// <summary>The row with this key goes.</summary>
    Delete,
}

/// <summary>A row and what to do with it.</summary>
public readonly record struct RowWrite(Row Row, WriteMode Mode);
