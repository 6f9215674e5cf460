using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Grains.Coupons;

/// <summary>What the rows know of a coupon's past.</summary>
/// <param name="ByPerson">Paid orders of this customer that count.</param>
/// <param name="ThisOrder">This very order was confirmed before.</param>
internal readonly record struct PastUses(int ByPerson, bool ThisOrder);

/// <summary>Reads the uses of coupons.</summary>
internal sealed class CouponUses(NpgsqlDataSource database)
{
    public async Task<PastUses> Of(CouponCode coupon, AccountId account, OrderId? order)
    {
        await using var command = database.Command(
            """
            select count(*) filter (where freed_at is null)::int, coalesce(bool_or(order_id = $3), false)
            from coupon_use where coupon = $1 and account = $2
            """,
            coupon.Value,
            account.Value,
            order?.Value ?? ""
        );
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new PastUses(reader.GetInt32(0), reader.GetBoolean(1));
    }

    public async Task<CouponUseRow?> Find(CouponCode coupon, OrderId order)
    {
        await using var command = database.Command(
            "select account, discount, returned, at, freed_at from coupon_use where order_id = $1 and coupon = $2",
            order.Value,
            coupon.Value
        );
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync()
            ? new CouponUseRow(
                order,
                coupon,
                AccountId.Of(reader.GetString(0)),
                new Money(reader.GetInt64(1)),
                new Money(reader.GetInt64(2)),
                reader.GetFieldValue<DateTimeOffset>(3),
                reader.IsDBNull(4) ? null : reader.GetFieldValue<DateTimeOffset>(4)
            )
            : null;
    }
}
