using Elizon.Coupons;
using Elizon.Grains.Storage;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Coupons;

[StatelessWorker, GrainType("coupon-reader")]
internal sealed class CouponReader(NpgsqlDataSource database) : Grain, ICouponReader
{
    public async Task<PageOf<CouponView>> List(PageRequest page)
    {
        await using var batch = database.CreateBatch();
        batch.Add("select count(*) from coupon");
        batch.Add(
            "select terms, used, held, created_at, disabled_at from coupon order by created_at desc, code offset $1 limit $2",
            page.Offset,
            page.Limit
        );
        return await Read(batch, page, View);
    }

    public async Task<PageOf<CouponUseView>> Uses(CouponCode code, PageRequest page)
    {
        await using var batch = database.CreateBatch();
        batch.Add("select count(*) from coupon_use where coupon = $1", code.Value);
        batch.Add(
            """
            select order_id, account, discount, returned, at from coupon_use
            where coupon = $1 order by at desc, order_id offset $2 limit $3
            """,
            code.Value,
            page.Offset,
            page.Limit
        );
        return await Read(batch, page, Use);
    }

    private static async Task<PageOf<T>> Read<T>(
        NpgsqlBatch batch,
        PageRequest page,
        Func<NpgsqlDataReader, T> item
    )
    {
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.ReadAsync();
        var total = reader.GetInt64(0);
        await reader.NextResultAsync();
        var items = new List<T>();
        while (await reader.ReadAsync())
            items.Add(item(reader));
        return new PageOf<T>([.. items], Pagination.Of(page, total));
    }

    private static CouponView View(NpgsqlDataReader row) =>
        new(
            Json.Read<CouponTerms>(row.GetString(0)),
            row.GetInt32(1),
            row.GetInt32(2),
            row.GetFieldValue<DateTimeOffset>(3),
            row.IsDBNull(4) ? null : row.GetFieldValue<DateTimeOffset>(4)
        );

    private static CouponUseView Use(NpgsqlDataReader row) =>
        new(
            OrderId.Of(row.GetString(0)),
            AccountId.Of(row.GetString(1)),
            new Money(row.GetInt64(2)),
            new Money(row.GetInt64(3)),
            row.GetFieldValue<DateTimeOffset>(4)
        );
}
