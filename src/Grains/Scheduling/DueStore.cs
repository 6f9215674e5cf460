using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Grains.Scheduling;

/// <summary>An aggregate that is due.</summary>
internal readonly record struct DueItem(string Kind, string Id, DateTimeOffset At);

/// <summary>An aggregate that was called because it was due, and what it failed with.</summary>
internal readonly record struct Called(DueItem Item, string? Error);

/// <summary>The due index. Buckets of this silo that come due together are asked for together.</summary>
internal sealed class DueStore
{
    private readonly NpgsqlDataSource _database;
    private readonly TimeProvider _clock;
    private readonly SharedQuery<Taking, List<DueItem>> _takes;
    private readonly SharedQuery<Putting, DateTimeOffset?> _puts;

    public DueStore(NpgsqlDataSource database, TimeProvider clock)
    {
        (_database, _clock) = (database, clock);
        _takes = new(Take);
        _puts = new(PutBack);
    }

    /// <summary>What is due in a bucket, the earliest first.</summary>
    public Task<List<DueItem>> Take(int bucket, int limit) =>
        _takes.Ask(new Taking((short)bucket, limit));

    /// <summary>
    /// Puts back what was called and did not advance: again after 2 s doubling to 10 min. Rows with attempts are what
    /// staff sees as stuck. In the same round trip the earliest entry of the bucket.
    /// </summary>
    public Task<DateTimeOffset?> PutBack(int bucket, IReadOnlyList<Called> called) =>
        _puts.Ask(new Putting((short)bucket, called));

    private async Task<IReadOnlyList<List<DueItem>>> Take(IReadOnlyList<Taking> takings)
    {
        var answers = takings.Select(_ => new List<DueItem>()).ToArray();
        await using var command = _database.Command(
            """
            select b.nr, d.kind, d.id, d.at
            from unnest($1, $2) with ordinality as b (bucket, most, nr) cross join lateral (
              select kind, id, at, coalesce(retry_at, at) as due_at from due
              where due.bucket = b.bucket and coalesce(retry_at, at) <= $3
              order by coalesce(retry_at, at) limit b.most) d
            order by b.nr, d.due_at
            """,
            takings.Select(t => t.Bucket).ToArray(),
            takings.Select(t => t.Limit).ToArray(),
            _clock.GetUtcNow()
        );
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            answers[reader.GetInt64(0) - 1]
                .Add(
                    new DueItem(
                        reader.GetString(1),
                        reader.GetString(2),
                        reader.GetFieldValue<DateTimeOffset>(3)
                    )
                );
        return answers;
    }

    private async Task<IReadOnlyList<DateTimeOffset?>> PutBack(IReadOnlyList<Putting> puttings)
    {
        await using var batch = _database.CreateBatch();
        if (puttings.SelectMany(p => p.Called).ToArray() is { Length: > 0 } called)
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
                _clock.GetUtcNow()
            );
        batch.Add(
            """
            select (select min(coalesce(retry_at, at)) from due where due.bucket = b.bucket)
            from unnest($1) with ordinality as b (bucket, nr) order by b.nr
            """,
            puttings.Select(p => p.Bucket).ToArray()
        );
        await using var reader = await batch.ExecuteReaderAsync();
        var next = new List<DateTimeOffset?>(puttings.Count);
        while (await reader.ReadAsync())
            next.Add(
                await reader.IsDBNullAsync(0) ? null : reader.GetFieldValue<DateTimeOffset>(0)
            );
        return next;
    }

    private readonly record struct Taking(short Bucket, int Limit);

    private readonly record struct Putting(short Bucket, IReadOnlyList<Called> Called);
}
