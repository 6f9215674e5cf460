using Elizon.Grains.Storage;
using Elizon.Taxes;
using Npgsql;

namespace Elizon.Grains.Taxes;

/// <summary>Reads the log of questions to the register.</summary>
internal sealed class VatIdRecords(NpgsqlDataSource database)
{
    public async Task<PageOf<VatIdCheckView>> List(VatId? id, PageRequest page)
    {
        await using var command = database.Command(
            """
            select vat_id, at, outcome, reason, consultation, name, address, name_fits from vat_id_check
            where $1::text is null or vat_id = $1
            order by nr desc offset $2 limit $3
            """,
            id?.Value,
            page.Offset,
            page.Limit
        );
        await using var reader = await command.ExecuteReaderAsync();
        var checks = new List<VatIdCheckView>();
        while (await reader.ReadAsync())
            checks.Add(Check(reader));
        return new PageOf<VatIdCheckView>([.. checks], Pagination.Of(page, await Count(id)));
    }

    private async Task<long> Count(VatId? id)
    {
        await using var command = database.Command(
            "select count(*) from vat_id_check where $1::text is null or vat_id = $1",
            id?.Value
        );
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static VatIdCheckView Check(NpgsqlDataReader row) =>
        new(
            VatId.Of(row.GetString(0)),
            row.GetFieldValue<DateTimeOffset>(1),
            row.GetString(2),
            Text(row, 3),
            Text(row, 4),
            Text(row, 5),
            Text(row, 6),
            row.IsDBNull(7) ? null : row.GetBoolean(7)
        );

    private static string? Text(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}
