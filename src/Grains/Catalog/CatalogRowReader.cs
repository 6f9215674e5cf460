using Elizon.Catalog;
using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Grains.Catalog;

/// <summary>Rows back from their tables, columns in the order of the record.</summary>
internal static class CatalogRowReader
{
    public static CatalogProviderRow Provider(NpgsqlDataReader reader) =>
        new(
            ProviderId.Of(reader.GetString(0)),
            reader.GetString(1),
            reader.GetString(2),
            Of<Dictionary<string, string>>(reader, 3)!,
            reader.GetBoolean(4)
        );

    public static CatalogLocationRow Location(NpgsqlDataReader reader) =>
        new(
            LocationId.Of(reader.GetString(0)),
            Of<LocalText>(reader, 1)!,
            reader.GetString(2),
            reader.GetString(3),
            reader.GetString(4),
            Text(reader, 5),
            reader.GetInt32(6),
            reader.GetBoolean(7)
        );

    public static CatalogCategoryRow Category(NpgsqlDataReader reader) =>
        new(
            CategoryId.Of(reader.GetString(0)),
            Of<LocalText>(reader, 1)!,
            Of<LocalText>(reader, 2)!,
            Text(reader, 3) is { } parent ? CategoryId.Of(parent) : null,
            Of<UpgradeConfig>(reader, 4),
            reader.GetInt32(5),
            reader.GetBoolean(6)
        );

    public static CatalogProductRow Product(NpgsqlDataReader reader) =>
        new(
            ProductId.Of(reader.GetString(0)),
            reader.GetString(1),
            CategoryId.Of(reader.GetString(2)),
            Of<LocalText>(reader, 3)!,
            Of<LocalText>(reader, 4)!,
            ProviderId.Of(reader.GetString(5)),
            Of<EggOffer[]>(reader, 6)!,
            Text(reader, 7),
            Of<PlanLimits>(reader, 8)!,
            reader.GetFieldValue<string[]>(9),
            Of<ProductOption[]>(reader, 10)!,
            reader.GetBoolean(11),
            reader.GetInt32(12),
            reader.GetBoolean(13)
        );

    private static string? Text(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);

    private static T? Of<T>(NpgsqlDataReader reader, int column)
        where T : class => reader.IsDBNull(column) ? null : Json.Read<T>(reader.GetString(column));
}
