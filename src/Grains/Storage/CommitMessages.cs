using System.Collections.Immutable;
using Elizon.Grains.Outbox;
using Npgsql;

namespace Elizon.Grains.Storage;

/// <summary>The messages of commits that are written together: into the outbox, and back with their ids.</summary>
internal sealed class CommitMessages
{
    private readonly List<(CommitParts Commit, string Source, Outgoing To, Delivery Sent)> _all;

    private CommitMessages(IEnumerable<CommitParts> commits) =>
        _all = [
            .. from commit in commits
            from message in commit.Messages
            let source = $"{commit.Kind}/{commit.Id}"
            select (commit, source, message, AsSent(source, message)),
        ];

    public static CommitMessages Of(IEnumerable<CommitParts> commits) => new(commits);

    public void Add(NpgsqlBatch batch, string owner, DateTimeOffset leaseUntil)
    {
        if (_all.Count == 0)
            return;
        batch.Add(
            """
            insert into outbox (source, target_kind, target_id, type, payload, created_at, lease_until, owner)
            select m.source, m.kind, m.id, m.type, m.payload, m.at, $7, $8
            from unnest($1, $2, $3, $4, $5, $6) with ordinality as m (source, kind, id, type, payload, at, nr) order by m.nr
            returning id, outbox_is_behind(source, target_kind, target_id)
            """,
            _all.Select(m => m.Source).ToArray(),
            _all.Select(m => m.To.Target.Kind).ToArray(),
            _all.Select(m => m.To.Target.Id).ToArray(),
            _all.Select(m => m.Sent.Type).ToArray(),
            new JsonTexts([.. _all.Select(m => m.Sent.Payload)]),
            _all.Select(m => m.Commit.At.ToUniversalTime()).ToArray(),
            leaseUntil,
            owner
        );
    }

    /// <summary>What was stored for each commit.</summary>
    public async Task<Func<CommitParts, ImmutableList<Stored>>> Read(NpgsqlDataReader reader)
    {
        if (_all.Count == 0)
            return _ => [];
        var stored = new List<(CommitParts Commit, Stored Message)>();
        while (await reader.ReadAsync())
        {
            var (commit, _, to, sent) = _all[stored.Count];
            sent = sent with { Id = reader.GetInt64(0) };
            stored.Add((commit, new Stored(sent, to.Target, Behind: reader.GetBoolean(1))));
        }
        await reader.NextResultAsync();
        var byCommit = stored.ToLookup(
            s => s.Commit,
            s => s.Message,
            ReferenceEqualityComparer.Instance
        );
        return commit => [.. byCommit[commit]];
    }

    private static Delivery AsSent(string source, Outgoing message)
    {
        var type = message.Message.GetType();
        return new Delivery(
            0,
            source,
            MessageTypes.NameOf(type),
            Json.Write(message.Message, type)
        );
    }
}
