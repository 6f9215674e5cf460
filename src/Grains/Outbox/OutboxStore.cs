using System.Collections.Immutable;
using Elizon.Grains.Storage;
using Npgsql;
using Orleans.Runtime;

namespace Elizon.Grains.Outbox;

/// <summary>A message in the table. <paramref name="Behind"/>: an earlier one of the same pair is still there.</summary>
internal sealed record Stored(Delivery Delivery, Address Target, bool Behind);

/// <summary>The outbox table: claim with a lease, settle, give up.</summary>
internal sealed class OutboxStore(
    NpgsqlDataSource database,
    ILocalSiloDetails silo,
    ISiloStatusOracle members,
    [Wall] TimeProvider wall
)
{
    /// <summary>How long a silo may work on a claimed message before another takes it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>After so many tries a message is a dead letter and waits for staff.</summary>
    public const int MaxAttempts = 20;

    private readonly string _owner = silo.SiloAddress.ToParsableString();

    /// <summary>
    /// Takes messages whose lease ran out or whose silo is gone, oldest first, never one behind another that is still
    /// being worked on. One sweeper at a time in the cluster (advisory lock), so that no pair is split over two silos.
    /// </summary>
    public async Task<ImmutableList<Stored>> Claim(int limit, CancellationToken cancellation)
    {
        var now = wall.GetUtcNow();
        await using var command = database.Command(
            """
            with ready as (
              select o.id from outbox o
              where pg_try_advisory_xact_lock(4710001)
                and not o.dead and (o.lease_until <= $1 or o.owner <> all ($2))
                and not exists (
                  select 1 from outbox e
                  where e.source = o.source and e.target_kind = o.target_kind and e.target_id = o.target_id
                    and e.id < o.id and not e.dead and e.lease_until > $1 and e.owner = any ($2))
              order by o.id limit $3
              for update skip locked)
            update outbox o set lease_until = $4, owner = $5 from ready where o.id = ready.id
            returning o.id, o.source, o.type, o.payload, o.target_kind, o.target_id
            """,
            now,
            members
                .GetApproximateSiloStatuses(onlyActive: true)
                .Keys.Select(s => s.ToParsableString())
                .Append(_owner)
                .ToArray(),
            limit,
            now + Lease,
            _owner
        );
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var claimed = new List<Stored>();
        while (await reader.ReadAsync(cancellation))
            claimed.Add(
                new Stored(
                    new Delivery(
                        reader.GetInt64(0),
                        reader.GetString(1),
                        reader.GetString(2),
                        reader.GetString(3)
                    ),
                    new Address(reader.GetString(4), reader.GetString(5)),
                    Behind: false
                )
            );
        return [.. claimed.OrderBy(c => c.Delivery.Id)];
    }

    public async Task Delete(IReadOnlyCollection<long> ids) =>
        await database
            .Command("delete from outbox where id = any ($1)", ids.ToArray())
            .ExecuteNonQueryAsync();

    /// <summary>Hands messages back: they are taken again in order, by whichever silo sweeps next.</summary>
    public async Task Release(IReadOnlyCollection<long> ids) =>
        await database
            .Command(
                "update outbox set lease_until = $2 where id = any ($1) and owner = $3",
                ids.ToArray(),
                wall.GetUtcNow(),
                _owner
            )
            .ExecuteNonQueryAsync();

    /// <summary>Notes a failed try: again after a growing pause (1 s doubling to 5 min), dead after the last.</summary>
    public async Task Failed(long id, string error) =>
        await database
            .Command(
                """
                update outbox set attempts = attempts + 1, last_error = $2, dead = attempts + 1 >= $3,
                  lease_until = $4::timestamptz + least(interval '5 minutes', interval '1 second' * power(2, least(attempts, 9)))
                where id = $1
                """,
                id,
                error,
                MaxAttempts,
                wall.GetUtcNow()
            )
            .ExecuteNonQueryAsync();
}
