using Elizon.Admin;
using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Grains.Admin;

/// <summary>What is due and not done, and how late the oldest of it is.</summary>
internal sealed class DueExamination(NpgsqlDataSource database, TimeProvider clock) : IExamination
{
    public string Name => "due";

    public async Task<Finding[]> Examine(Caller by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var command = database.Command(
            "select count(*), min(at), count(*) filter (where attempts > 0), min(last_error) from due where at <= $1",
            now
        );
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var (count, failed) = (reader.GetInt64(0), reader.GetInt64(2));
        if (count == 0)
            return [new Finding(Name, Verdict.Ok, "Nothing is due and not done.")];
        var late = now - reader.GetFieldValue<DateTimeOffset>(1);
        return
        [
            new Finding(
                Name,
                late > TimeSpan.FromMinutes(10) ? Verdict.Fail
                    : late > TimeSpan.FromMinutes(1) || failed > 0 ? Verdict.Warn
                    : Verdict.Ok,
                $"{count} due, the oldest for {Age.Text(late)}; {failed} failed before."
            ),
        ];
    }
}
