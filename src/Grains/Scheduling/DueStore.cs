using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Grains.Scheduling;

/// <summary>An aggregate that is due.</summary>
internal readonly record struct DueItem(string Kind, string Id, DateTimeOffset At);

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

    public async Task<DateTimeOffset?> Earliest(int bucket)
    {
        await using var command = database.Command(
            "select min(coalesce(retry_at, at)) from due where bucket = $1",
            (short)bucket
        );
        return await command.ExecuteScalarAsync() is DateTime at
            ? new DateTimeOffset(at, TimeSpan.Zero)
            : null;
    }

    /// <summary>
    /// Puts a failed or unchanged item back: again after 2 s doubling to 10 min, unless it was advanced meanwhile.
    /// Rows with attempts are what staff sees as stuck.
    /// </summary>
    public async Task PutBack(DueItem item, string error) =>
        await database
            .Command(
                """
                update due set attempts = attempts + 1, last_error = $4,
                  retry_at = $5::timestamptz + least(interval '10 minutes', interval '2 seconds' * power(2, least(attempts, 9)))
                where kind = $1 and id = $2 and at = $3
                """,
                item.Kind,
                item.Id,
                item.At,
                error,
                clock.GetUtcNow()
            )
            .ExecuteNonQueryAsync();
}
