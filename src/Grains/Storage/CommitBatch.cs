using System.Diagnostics;
using Elizon.Grains.Outbox;
using Npgsql;
using Orleans.Runtime;

namespace Elizon.Grains.Storage;

/// <summary>
/// Writes commits as one <see cref="NpgsqlBatch"/>: without an explicit transaction it is one round trip, one implicit
/// transaction, one fsync. Every statement takes arrays, so that its text, and with it its plan, is the same for one
/// commit and for many. Order matters: the numbers of documents are drawn last, so that the row all writers share is
/// locked for the shortest time, and series by name, so that two batches cannot wait for each other.
/// </summary>
internal sealed class CommitBatch(
    NpgsqlDataSource database,
    ILocalSiloDetails silo,
    [Wall] TimeProvider wall
)
{
    private readonly string _owner = silo.SiloAddress.ToParsableString();

    /// <summary>All of them or none; what came of each, in their order.</summary>
    public async Task<Written[]> Write(IReadOnlyList<CommitParts> commits)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await using var batch = database.CreateBatch();
            var messages = CommitMessages.Of(commits);
            var numbers = CommitNumbers.Of(commits);
            AddStates(batch, commits);
            foreach (var rows in RowGroup.Merge(commits.Select(c => c.Rows)))
                batch.BatchCommands.Add(RowCommand.For(rows));
            messages.Add(batch, _owner, wall.GetUtcNow() + OutboxStore.Lease);
            AddHandled(batch, [.. commits.Where(c => c.Handled is not null)]);
            AddDue(batch, [.. commits.Where(c => c.Due?.At is not null)]);
            AddNoLongerDue(batch, [.. commits.Where(c => c.Due is { At: null } && c.Version > 0)]);
            numbers.Add(batch);
            await using var reader = await batch.ExecuteReaderAsync();
            await reader.NextResultAsync();
            var stored = await messages.Read(reader);
            var issued = await numbers.Read(reader);
            return [.. commits.Select(c => new Written(stored(c), issued.GetValueOrDefault(c)))];
        }
        finally
        {
            foreach (var commit in commits)
                StorageMetrics.Commit(commit.Kind, Stopwatch.GetElapsedTime(started));
        }
    }

    private static void AddStates(NpgsqlBatch batch, IReadOnlyList<CommitParts> commits) =>
        batch.Add(
            "select save_aggregate(c.kind, c.id, c.version, c.state) from unnest($1, $2, $3, $4) as c (kind, id, version, state)",
            commits.Select(c => c.Kind).ToArray(),
            commits.Select(c => c.Id).ToArray(),
            commits.Select(c => c.Version).ToArray(),
            new JsonTexts([.. commits.Select(c => c.State)])
        );

    private static void AddHandled(NpgsqlBatch batch, CommitParts[] commits)
    {
        if (commits.Length > 0)
            batch.Add(
                "insert into handled (key, body_hash, answer, at) select * from unnest($1, $2, $3, $4)",
                commits.Select(c => c.Handled!.Key).ToArray(),
                commits.Select(c => c.Handled!.BodyHash).ToArray(),
                new JsonTexts([.. commits.Select(c => c.Handled!.AnswerJson)]),
                commits.Select(c => c.At.ToUniversalTime()).ToArray()
            );
    }

    private static void AddDue(NpgsqlBatch batch, CommitParts[] commits)
    {
        if (commits.Length > 0)
            batch.Add(
                """
                insert into due (kind, id, bucket, at, routine) select * from unnest($1, $2, $3, $4, $5)
                on conflict (kind, id) do update set at = excluded.at, routine = excluded.routine, retry_at = null, attempts = 0, last_error = null
                """,
                commits.Select(c => c.Kind).ToArray(),
                commits.Select(c => c.Id).ToArray(),
                commits.Select(c => Scheduling.Bucket.Of(c.Kind, c.Id)).ToArray(),
                commits.Select(c => c.Due!.At!.Value.ToUniversalTime()).ToArray(),
                commits.Select(c => c.Due!.Routine).ToArray()
            );
    }

    private static void AddNoLongerDue(NpgsqlBatch batch, CommitParts[] commits)
    {
        if (commits.Length > 0)
            batch.Add(
                "delete from due using unnest($1, $2) as c (kind, id) where due.kind = c.kind and due.id = c.id",
                commits.Select(c => c.Kind).ToArray(),
                commits.Select(c => c.Id).ToArray()
            );
    }
}
