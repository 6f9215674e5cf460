using Elizon.Admin;
using Elizon.Grains.Outbox;
using Elizon.Grains.Storage;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Admin;

[GrainType("backlog"), StatelessWorker]
internal sealed class BacklogGrain(NpgsqlDataSource database, TimeProvider clock) : Grain, IBacklog
{
    private const string Letter =
        "id, source, target_kind, target_id, type, created_at, attempts, last_error";

    /// <summary>A cancelled one ends with its time instead; an open invoice is dunned.</summary>
    private const string NotBilled = "status <> 'Ended' and view ->> 'openInvoice' is null";

    public async Task<PageOf<DeadLetterView>> DeadLetters(PageRequest page) =>
        await Read(
            page,
            "select count(*) from outbox where dead",
            $"select {Letter} from outbox where dead order by id offset $1 limit $2",
            LetterOf
        );

    public async Task<DeadLetterView> SendAgain(long id, Caller by)
    {
        // A lease that has run out makes it anybody's: the sweepers find it within a second.
        await using var command = database.Command(
            $"""
            with letter as (
              update outbox set dead = false, attempts = 0, lease_until = '-infinity' where id = $1 and dead
              returning {Letter}),
            entry as (
              insert into audit (at, actor, action, target, reason)
              select $2, $3, 'message.sentAgain', 'message/' || id, $4 from letter)
            select * from letter
            """,
            id,
            by.At,
            by.By,
            by.Reason ?? ""
        );
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync()
            ? LetterOf(reader)
            : throw CommonRefusals.NotFound("dead letter");
    }

    public async Task<PageOf<OverdueView>> Overdue(PageRequest page) =>
        await Read(
            page,
            "select count(*) from due where attempts > 0 and at <= $1",
            "select kind, id, at, retry_at, attempts, last_error from due where attempts > 0 and at <= $3 order by at, kind, id offset $1 limit $2",
            r => new OverdueView(
                new Address(r.GetString(0), r.GetString(1)).ToString(),
                r.GetFieldValue<DateTimeOffset>(2),
                r.IsDBNull(3) ? null : r.GetFieldValue<DateTimeOffset>(3),
                r.GetInt32(4),
                r.IsDBNull(5) ? null : r.GetString(5)
            ),
            clock.GetUtcNow()
        );

    public async Task<PageOf<UnbilledView>> Unbilled(PageRequest page) =>
        await Read(
            page,
            $"select count(*) from subscription where {NotBilled} and paid_until <= $1",
            $"select service, owner, product, paid_until from subscription where {NotBilled} and paid_until <= $3 order by paid_until, service offset $1 limit $2",
            r => new UnbilledView(
                ServiceId.Of(r.GetString(0)),
                UserId.Of(r.GetString(1)),
                r.GetString(2),
                r.GetFieldValue<DateTimeOffset>(3)
            ),
            clock.GetUtcNow()
        );

    public async Task<PageOf<UndeliveredView>> Undelivered(PageRequest page) =>
        await Read(
            page,
            "select count(*) from sold_unit where status = 'Paid'",
            "select service, account, invoice, name, net + tax, paid_at from sold_unit where status = 'Paid' order by paid_at, service offset $1 limit $2",
            r => new UndeliveredView(
                ServiceId.Of(r.GetString(0)),
                AccountId.Of(r.GetString(1)),
                InvoiceId.Of(r.GetString(2)),
                r.GetString(3),
                new Money(r.GetInt64(4)),
                r.GetFieldValue<DateTimeOffset>(5)
            )
        );

    private static DeadLetterView LetterOf(NpgsqlDataReader reader) =>
        new(
            reader.GetInt64(0),
            reader.GetString(1),
            new Address(reader.GetString(2), reader.GetString(3)).ToString(),
            reader.GetString(4),
            reader.GetFieldValue<DateTimeOffset>(5),
            reader.GetInt32(6),
            reader.IsDBNull(7) ? null : reader.GetString(7)
        );

    private async Task<PageOf<T>> Read<T>(
        PageRequest page,
        string count,
        string list,
        Func<NpgsqlDataReader, T> row,
        params object[] more
    )
    {
        await using var batch = database.CreateBatch();
        batch.Add(count, more);
        batch.Add(list, [page.Offset, page.Limit, .. more]);
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.ReadAsync();
        var total = reader.GetInt64(0);
        await reader.NextResultAsync();
        var items = new List<T>();
        while (await reader.ReadAsync())
            items.Add(row(reader));
        return new PageOf<T>([.. items], Pagination.Of(page, total));
    }
}
