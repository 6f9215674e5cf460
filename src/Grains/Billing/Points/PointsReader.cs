using Elizon.Billing;
using Elizon.Grains.Storage;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Billing.Points;

[StatelessWorker, GrainType("points-reader")]
internal sealed class PointsReader(NpgsqlDataSource database) : Grain, IPointsReader
{
    public async Task<PointsHistory> History(AccountId account, PageRequest page)
    {
        var points = GrainFactory.Account(account).Points();
        var entries = Entries(account, page);
        return new PointsHistory(await points, await entries);
    }

    private async Task<PageOf<PointsEntryView>> Entries(AccountId account, PageRequest page)
    {
        await using var batch = database.CreateBatch();
        batch.Add("select count(*) from point_entry where account = $1", account.Value);
        batch.Add(
            """
            select reason, points, invoice, text, at, expires_at from point_entry
            where account = $1 order by nr desc offset $2 limit $3
            """,
            account.Value,
            page.Offset,
            page.Limit
        );
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.ReadAsync();
        var total = reader.GetInt64(0);
        await reader.NextResultAsync();
        var entries = new List<PointsEntryView>();
        while (await reader.ReadAsync())
            entries.Add(Entry(reader));
        return new PageOf<PointsEntryView>([.. entries], Pagination.Of(page, total));
    }

    private static PointsEntryView Entry(NpgsqlDataReader row) =>
        new(
            Enum.Parse<PointsReason>(row.GetString(0)),
            row.GetInt32(1),
            row.IsDBNull(2) ? null : InvoiceId.Of(row.GetString(2)),
            row.IsDBNull(3) ? null : row.GetString(3),
            row.GetFieldValue<DateTimeOffset>(4),
            row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5)
        );
}
