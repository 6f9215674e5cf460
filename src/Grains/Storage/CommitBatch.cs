using System.Collections.Immutable;
using System.Diagnostics;
using Elizon.Grains.Outbox;
using Npgsql;
using NpgsqlTypes;
using Orleans.Runtime;

namespace Elizon.Grains.Storage;

/// <summary>
/// Writes a commit as one <see cref="NpgsqlBatch"/>: without an explicit transaction it is one round trip, one implicit
/// transaction, one fsync. Order matters: the number of a document is drawn last, so that the row all writers share is
/// locked for the shortest time.
/// </summary>
internal sealed class CommitBatch(
    NpgsqlDataSource database,
    ILocalSiloDetails silo,
    [Wall] TimeProvider wall
)
{
    private readonly string _owner = silo.SiloAddress.ToParsableString();

    public async Task<Written> Write(CommitParts parts)
    {
        var started = Stopwatch.GetTimestamp();
        await using var batch = Build(parts);
        try
        {
            await using var reader = await batch.ExecuteReaderAsync();
            await reader.NextResultAsync();
            var messages = parts.Messages.IsEmpty ? [] : await ReadMessages(reader, parts);
            var issued = parts.Numbering is null ? null : await ReadIssued(reader);
            return new Written(messages, issued);
        }
        catch (PostgresException error)
            when (error.SqlState
                    is PostgresErrorCodes.UniqueViolation
                        or PostgresErrorCodes.SerializationFailure
            )
        {
            throw error switch
            {
                { ConstraintName: "handled_pkey" } => new HandledBeforeException(error),
                { SqlState: PostgresErrorCodes.SerializationFailure }
                or { ConstraintName: "aggregate_pkey" } => new StaleAggregateException(
                    parts.Kind,
                    parts.Id,
                    error
                ),
                _ => new UniqueViolationException(error.ConstraintName ?? "", error),
            };
        }
        finally
        {
            StorageMetrics.Commit(parts.Kind, Stopwatch.GetElapsedTime(started));
        }
    }

    private NpgsqlBatch Build(CommitParts parts)
    {
        var batch = database.CreateBatch();
        batch.Add(
            "select save_aggregate($1, $2, $3, $4)",
            parts.Kind,
            parts.Id,
            parts.Version,
            new JsonText(parts.State)
        );
        foreach (var row in parts.Rows)
            batch.BatchCommands.Add(RowCommand.For(row));
        if (!parts.Messages.IsEmpty)
            AddMessages(batch, parts);
        if (parts.Handled is { } handled)
            batch.Add(
                "insert into handled (key, body_hash, answer, at) values ($1, $2, $3, $4)",
                handled.Key,
                handled.BodyHash,
                new JsonText(handled.AnswerJson),
                parts.At
            );
        if (parts.Due is { } due)
            AddDue(batch, parts, due);
        if (parts.Numbering is { } numbering)
            batch.Add(
                "select number, chain_hash from issue_document($1, $2, $3, $4, $5, $6)",
                numbering.Series,
                RowCommand.TableOf(numbering.Document.GetType()),
                new JsonText(RowCommand.AsJson(numbering.Document)),
                numbering.ContentHash,
                numbering.AnswerPath is null ? null : parts.Handled?.Key,
                numbering.AnswerPath
            );
        return batch;
    }

    private void AddMessages(NpgsqlBatch batch, CommitParts parts)
    {
        var count = parts.Messages.Count;
        batch.Add(
            """
            insert into outbox (source, target_kind, target_id, type, payload, created_at, lease_until, owner)
            select $1, m.kind, m.id, m.type, m.payload, $6, $7, $8
            from unnest($2::text[], $3::text[], $4::text[], $5::jsonb[]) with ordinality as m (kind, id, type, payload, nr) order by m.nr
            returning id, exists (
              select 1 from outbox e
              where e.source = outbox.source and e.target_kind = outbox.target_kind and e.target_id = outbox.target_id and not e.dead)
            """,
            $"{parts.Kind}/{parts.Id}",
            parts.Messages.Select(m => m.Target.Kind).ToArray(),
            parts.Messages.Select(m => m.Target.Id).ToArray(),
            parts.Messages.Select(m => MessageTypes.NameOf(m.Message.GetType())).ToArray(),
            new JsonTexts([
                .. parts.Messages.Select(m => Json.Write(m.Message, m.Message.GetType())),
            ]),
            parts.At,
            wall.GetUtcNow() + OutboxStore.Lease,
            _owner
        );
        Debug.Assert(count > 0);
    }

    private static void AddDue(NpgsqlBatch batch, CommitParts parts, DueChange due)
    {
        if (due.At is { } at)
            batch.Add(
                """
                insert into due (kind, id, bucket, at, routine) values ($1, $2, $3, $4, $5)
                on conflict (kind, id) do update set at = excluded.at, routine = excluded.routine, retry_at = null, attempts = 0, last_error = null
                """,
                parts.Kind,
                parts.Id,
                Scheduling.Bucket.Of(parts.Kind, parts.Id),
                at,
                due.Routine
            );
        else if (parts.Version > 0)
            batch.Add("delete from due where kind = $1 and id = $2", parts.Kind, parts.Id);
    }

    private static async Task<ImmutableList<Stored>> ReadMessages(
        NpgsqlDataReader reader,
        CommitParts parts
    )
    {
        var stored = ImmutableList.CreateBuilder<Stored>();
        while (await reader.ReadAsync())
        {
            var (target, message) = parts.Messages[stored.Count];
            stored.Add(
                new Stored(
                    new Delivery(
                        reader.GetInt64(0),
                        $"{parts.Kind}/{parts.Id}",
                        MessageTypes.NameOf(message.GetType()),
                        Json.Write(message, message.GetType())
                    ),
                    target,
                    Behind: reader.GetBoolean(1)
                )
            );
        }
        await reader.NextResultAsync();
        return stored.ToImmutable();
    }

    private static async Task<Issued> ReadIssued(NpgsqlDataReader reader)
    {
        await reader.ReadAsync();
        return new Issued(reader.GetString(0), reader.GetFieldValue<byte[]>(1));
    }
}
