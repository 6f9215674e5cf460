using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Silo.Telemetry;

/// <summary>Seconds and counts of what is due and what waits to be sent.</summary>
internal sealed record Backlog(
    double DueLag,
    long DueStuck,
    double OutboxAge,
    long OutboxWaiting,
    long OutboxDead
)
{
    /// <summary>The most overdue item of each bucket by its index: 64 look-ups, whatever the size of the table.</summary>
    private const string Sql = """
        select
          (select coalesce(max(extract(epoch from $1 - d.at)), 0)::float8
           from generate_series(0, 63) b,
             lateral (select at from due where bucket = b and coalesce(retry_at, at) <= $1
                      order by coalesce(retry_at, at) limit 1) d),
          (select count(*) from due where attempts > 0),
          (select coalesce(extract(epoch from $1 - min(created_at)), 0)::float8 from outbox where not dead),
          (select count(*) from outbox where not dead),
          (select count(*) from outbox where dead)
        """;

    public static async Task<Backlog> Read(
        NpgsqlDataSource database,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        await using var command = database.Command(Sql, now);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new Backlog(
            reader.GetDouble(0),
            reader.GetInt64(1),
            reader.GetDouble(2),
            reader.GetInt64(3),
            reader.GetInt64(4)
        );
    }
}
