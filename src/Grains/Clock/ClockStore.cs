using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Grains.Clock;

/// <summary>The stored offset, the same for every silo and after a restart.</summary>
internal sealed class ClockStore(NpgsqlDataSource database)
{
    public async Task<TimeSpan> Read()
    {
        await using var command = database.Command("select ahead from test_clock");
        return await command.ExecuteScalarAsync() is long ticks ? new(ticks) : TimeSpan.Zero;
    }

    public async Task Keep(TimeSpan ahead) =>
        await database
            .Command(
                """
                insert into test_clock (ahead) values ($1)
                on conflict (id) do update set ahead = greatest(test_clock.ahead, excluded.ahead)
                """,
                ahead.Ticks
            )
            .ExecuteNonQueryAsync();

    public async Task Audit(DateTimeOffset from, DateTimeOffset until, Caller by) =>
        await database
            .Command(
                "insert into audit (at, actor, action, target, reason) values ($1, $2, 'clock.moved', $3, $4)",
                from,
                by.By,
                $"clock/{until.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}",
                by.Reason ?? ""
            )
            .ExecuteNonQueryAsync();
}
