using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Data;
using Elizon.Catalog;
using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Grains.Catalog;

/// <summary>Reads the catalogue's tables.</summary>
internal sealed class CatalogStore(NpgsqlDataSource database)
{
    /// <summary>The revision in force (0 before the first apply) and what each limited stock has left: one round trip.</summary>
    public async Task<(long Revision, FrozenDictionary<string, int> Available)> ReadChanging()
    {
        await using var command = database.CreateCommand(
            """
            select coalesce((select revision from catalog where id = 'main'), 0), s.stock, l.available
            from (select 1) one left join (catalog_stock s join stock_level l using (stock)) on true
            """
        );
        await using var reader = await command.ExecuteReaderAsync();
        var revision = 0L;
        var available = new Dictionary<string, int>();
        while (await reader.ReadAsync())
        {
            revision = reader.GetInt64(0);
            if (!reader.IsDBNull(1) && !reader.IsDBNull(2))
                available[reader.GetString(1)] = reader.GetInt32(2);
        }
        return (revision, available.ToFrozenDictionary());
    }

    /// <summary>Everything an apply writes, as of one instant.</summary>
    public async Task<CatalogContent> ReadContent()
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync(
            IsolationLevel.RepeatableRead
        );
        var head = await Read(connection, "select revision, navigation from catalog", Head);
        var prices = await Read(
            connection,
            "select product, cycle, version, price, steps, valid_from from catalog_price order by version",
            Price
        );
        var byProduct = prices.ToLookup(p => p.Product);
        return new CatalogContent(
            head.Count == 0 ? 0 : head[0].Revision,
            head.Count == 0 ? [] : head[0].Navigation,
            (
                await Read(connection, Select<CatalogProviderRow>(), CatalogRowReader.Provider)
            ).ToFrozenDictionary(p => p.Id),
            (
                await Read(connection, Select<CatalogLocationRow>(), CatalogRowReader.Location)
            ).ToFrozenDictionary(l => l.Id),
            (
                await Read(connection, Select<CatalogCategoryRow>(), CatalogRowReader.Category)
            ).ToFrozenDictionary(c => c.Key),
            (
                await Read(connection, Select<CatalogProductRow>(), CatalogRowReader.Product)
            ).ToFrozenDictionary(
                p => p.Id,
                p => new SoldProduct(
                    p,
                    byProduct[p.Id]
                        .GroupBy(v => v.Cycle)
                        .ToFrozenDictionary(g => g.Key, g => g.Select(v => v.Version).ToArray())
                )
            ),
            (
                await Read(connection, "select stock from catalog_stock", r => r.GetString(0))
            ).ToFrozenSet()
        );
    }

    private static string Select<TRow>()
        where TRow : Row =>
        $"select {string.Join(", ", Column.AllOf(typeof(TRow)).Select(c => c.Name))} from {RowCommand.TableOf(typeof(TRow))}";

    private static (long Revision, NavigationEntry[] Navigation) Head(NpgsqlDataReader reader) =>
        (reader.GetInt64(0), Json.Read<NavigationEntry[]>(reader.GetString(1)));

    private static (ProductId Product, int Cycle, PriceVersion Version) Price(
        NpgsqlDataReader reader
    ) =>
        (
            ProductId.Of(reader.GetString(0)),
            reader.GetInt32(1),
            new PriceVersion(
                reader.GetInt32(2),
                reader.IsDBNull(3)
                    ? null
                    : new PriceTerms(
                        new Money(reader.GetInt64(3)),
                        Json.Read<ImmutableSortedDictionary<string, Money>>(reader.GetString(4))
                    ),
                reader.GetFieldValue<DateTimeOffset>(5)
            )
        );

    private static async Task<List<T>> Read<T>(
        NpgsqlConnection connection,
        string sql,
        Func<NpgsqlDataReader, T> row
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(row(reader));
        return rows;
    }
}
