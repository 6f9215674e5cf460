using Elizon.Audit;
using Elizon.Grains.Storage;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Audit;

[GrainType("audit-reader"), StatelessWorker]
internal sealed class AuditReaderGrain(NpgsqlDataSource database) : Grain, IAuditReader
{
    private const string Where = """
        from audit
        where ($1::text is null or actor = $1) and ($2::text is null or action = $2)
          and ($3::text is null or target = $3) and ($4::text is null or owner = $4)
        """;

    public async Task<PageOf<AuditView>> List(AuditFilter filter, PageRequest page)
    {
        await using var command = database.Command(
            $"""
            select nr, at, actor, action, target, owner, reason, details {Where}
            order by nr desc offset $5 limit $6
            """,
            filter.Actor,
            filter.Action,
            filter.Target,
            filter.Owner?.Value,
            page.Offset,
            page.Limit
        );
        await using var reader = await command.ExecuteReaderAsync();
        var entries = new List<AuditView>();
        while (await reader.ReadAsync())
            entries.Add(Entry(reader));
        return new PageOf<AuditView>([.. entries], Pagination.Of(page, await Count(filter)));
    }

    private async Task<long> Count(AuditFilter filter)
    {
        await using var command = database.Command(
            $"select count(*) {Where}",
            filter.Actor,
            filter.Action,
            filter.Target,
            filter.Owner?.Value
        );
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static AuditView Entry(NpgsqlDataReader reader) =>
        new(
            reader.GetInt64(0),
            reader.GetFieldValue<DateTimeOffset>(1),
            reader.GetString(2),
            reader.GetString(3),
            reader.GetString(4),
            reader.IsDBNull(5) ? null : UserId.Of(reader.GetString(5)),
            reader.IsDBNull(6) ? null : reader.GetString(6),
            reader.IsDBNull(7) ? null : Json.Read<Dictionary<string, string>>(reader.GetString(7))
        );
}
