using Elizon.Admin;
using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Grains.Admin;

/// <summary>Messages that wait, and those that were given up.</summary>
internal sealed class OutboxExamination(NpgsqlDataSource database, TimeProvider clock)
    : IExamination
{
    public string Name => "outbox";

    public async Task<Finding[]> Examine(Caller by, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            select count(*) filter (where not dead), min(created_at) filter (where not dead), count(*) filter (where dead),
              string_agg(distinct type, ', ') filter (where dead)
            from outbox
            """
        );
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var age = reader.IsDBNull(1)
            ? TimeSpan.Zero
            : clock.GetUtcNow() - reader.GetFieldValue<DateTimeOffset>(1);
        var dead = reader.GetInt64(2);
        return
        [
            new Finding(
                Name,
                age > TimeSpan.FromMinutes(10) ? Verdict.Fail
                    : age > TimeSpan.FromMinutes(1) ? Verdict.Warn
                    : Verdict.Ok,
                reader.GetInt64(0) is var waiting and > 0
                    ? $"{waiting} messages wait, the oldest for {Age.Text(age)}."
                    : "No message waits."
            ),
            new Finding(
                "dead letters",
                dead > 0 ? Verdict.Fail : Verdict.Ok,
                dead > 0
                    ? $"{dead} messages were given up ({reader.GetString(3)}); see: elizon backlog letters."
                    : "None."
            ),
        ];
    }
}
