using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Grains.Scheduling;

/// <summary>An aggregate that is due.</summary>
internal readonly record struct DueItem(string Kind, string Id, DateTimeOffset At);

/// <summary>An aggregate that was called because it was due, and what it failed with.</summary>
internal readonly record struct Called(DueItem Item, string? Error);

/// <summary>The due index.</summary>
internal sealed class DueStore(NpgsqlDataSource database, TimeProvider clock)
{
    public async Task<List<DueItem>> Take(int bucket, int limit)
    {
        await using var command = database.Command(
            "select kind, id, at from due where bucket = $1 and coalesce(retry_at, at) <= $2 order by coalesce(retry_at, at) limit $3",
            (short)bucket,
            clock.GetUtcNow(),
            limit
        );
        await using var reader = await command.ExecuteReaderAsync();
        var items = new List<DueItem>();
        while (await reader.ReadAsync())
            items.Add(
                new DueItem(
                    reader.GetString(0),
                    reader.GetString(1),
                    reader.GetFieldValue<DateTimeOffset>(2)
                )
            );
        return items;
    }

    /// <summary>
    /// Puts back what was called and did not advance: again after 2 s doubling to 10 min. Rows with attempts are what
    /// staff sees as stuck. In the same round trip the earliest entry of the bucket.
    /// </summary>
    public async Task<DateTimeOffset?> PutBack(int bucket, IReadOnlyList<Called> called)
    {
        await using var batch = database.CreateBatch();
        if (called.Count > 0)
            batch.Add(
                """
                update due d set attempts = attempts + 1, last_error = c.error,
                  retry_at = $5::timestamptz + least(interval '10 minutes', interval '2 seconds' * power(2, least(attempts, 9)))
                from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[]) as c (kind, id, at, error)
                where d.kind = c.kind and d.id = c.id and d.at = c.at
                """,
                called.Select(c => c.Item.Kind).ToArray(),
                called.Select(c => c.Item.Id).ToArray(),
                called.Select(c => c.Item.At).ToArray(),
                called.Select(c => c.Error ?? "Called, but nothing advanced.").ToArray(),
                clock.GetUtcNow()
            );
        batch.Add("select min(coalesce(retry_at, at)) from due where bucket = $1", (short)bucket);
        return await batch.ExecuteScalarAsync() is DateTime at
            ? new DateTimeOffset(at, TimeSpan.Zero)
            : null;
    }
}
