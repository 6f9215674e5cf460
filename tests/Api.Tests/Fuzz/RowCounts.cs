using Npgsql;

namespace Elizon.Api.Tests.Fuzz;

/// <summary>How many rows each table holds.</summary>
public static class RowCounts
{
    public static async Task<IReadOnlyDictionary<string, long>> Read(NpgsqlDataSource database)
    {
        var tables = new List<string>();
        await using (
            var names = database.CreateCommand(
                "select quote_ident(tablename) from pg_tables where schemaname = 'public' order by 1"
            )
        )
        await using (var reader = await names.ExecuteReaderAsync())
            while (await reader.ReadAsync())
                tables.Add(reader.GetString(0));
        await using var counts = database.CreateCommand(
            string.Join(" union all ", tables.Select(t => $"select '{t}', count(*) from {t}"))
        );
        await using var rows = await counts.ExecuteReaderAsync();
        var result = new Dictionary<string, long>();
        while (await rows.ReadAsync())
            result[rows.GetString(0)] = rows.GetInt64(1);
        return result;
    }

    public static IEnumerable<string> Differences(
        IReadOnlyDictionary<string, long> before,
        IReadOnlyDictionary<string, long> after
    ) =>
        after
            .Where(a => before[a.Key] != a.Value)
            .Select(a => $"{a.Key}: {before[a.Key]} -> {a.Value}");
}
