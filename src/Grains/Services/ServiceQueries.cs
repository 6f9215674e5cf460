using Elizon.Grains.Storage;
using Elizon.Services;
using Npgsql;

namespace Elizon.Grains.Services;

/// <summary>The SQL over the tables of services.</summary>
internal static class ServiceQueries
{
    private const string Matching = """
        from service
        where ($1::text is null or owner = $1)
          and (case when $2::text is null then status <> 'Deleted' else status = $2 end)
          and ($3::text is null or name ilike $3 escape '\' or product ilike $3 escape '\' or id = $4)
          and ($5::text is null or product = $5) and ($6::text is null or provider = $6)
          and (not $7 or fault is not null)
        """;

    public static async Task<(List<StaffServiceSummary> Rows, long Total)> Page(
        NpgsqlDataSource database,
        ServiceFilter filter,
        PageRequest page
    )
    {
        object?[] matching =
        [
            filter.Owner?.Value,
            filter.Status?.ToString(),
            filter.Search is { Length: > 0 } text ? $"%{Escape(text)}%" : null,
            filter.Search,
            filter.Product,
            filter.Provider,
            filter.Faulty,
        ];
        await using var command = database.Command(
            $"select summary, owner, invoice, provider, fault, count(*) over () {Matching} order by created_at desc, id limit $8 offset $9",
            [.. matching, page.Limit, page.Offset]
        );
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<StaffServiceSummary>();
        var total = 0L;
        while (await reader.ReadAsync())
        {
            rows.Add(
                new StaffServiceSummary(
                    Json.Read<ServiceSummary>(reader.GetString(0)),
                    new UserId(reader.GetString(1)),
                    new InvoiceId(reader.GetString(2)),
                    new ProviderId(reader.GetString(3)),
                    reader.IsDBNull(4) ? null : reader.GetString(4)
                )
            );
            total = reader.GetInt64(5);
        }
        // A page behind the end has no row to carry the total.
        return (rows, rows.Count > 0 || page.Offset == 0 ? total : await Count(database, matching));
    }

    public static async Task<ServiceId?> OfPaidLine(
        NpgsqlDataSource database,
        PaidLine line,
        UserId owner
    )
    {
        await using var command = database.Command(
            "select id from service where owner = $1 and ($2::text is null or invoice = $2) and ($3::text is null or order_id = $3) and line = $4 and ($2 is not null or $3 is not null) limit 1",
            owner.Value,
            line.Invoice?.Value,
            line.Order?.Value,
            line.Line
        );
        return await command.ExecuteScalarAsync() is string id ? new ServiceId(id) : null;
    }

    private static async Task<long> Count(NpgsqlDataSource database, object?[] matching)
    {
        await using var command = database.Command($"select count(*) {Matching}", matching);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static string Escape(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal);
}
