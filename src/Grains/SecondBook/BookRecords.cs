using Elizon.Grains.Storage;
using Elizon.SecondBook;
using Npgsql;

namespace Elizon.Grains.SecondBook;

/// <summary>Reads which documents wait and what became of the others.</summary>
internal sealed class BookRecords(NpgsqlDataSource database)
{
    /// <summary>A commit may show up later than one with a later instant of issue.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(1);

    /// <summary>What staff wants tried again, else the oldest document without an entry.</summary>
    public async Task<BookDocument?> Next(BookState state)
    {
        var from =
            state.Newest is { } newest && newest - Overlap > state.Since
                ? newest - Overlap
                : state.Since;
        await using var command = database.Command(
            """
            select d.id, d.account, d.number, d.issued_at, d.content::jsonb #>> '{tax,evidence,accountType}' = 'business',
              c.contact, abs(i.total), abs(i.tax)
            from invoice_document d
            join invoice i on i.id = d.id
            left join book_contact c on c.account = d.account
            where (d.issued_at >= $1 or d.id = any($2)) and not exists (select 1 from book_entry e where e.document = d.id)
            order by d.id = any($2) desc, d.issued_at, d.number
            limit 1
            """,
            from,
            state.Again.Select(a => a.Value).ToArray()
        );
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync()
            ? new BookDocument(
                InvoiceId.Of(reader.GetString(0)),
                AccountId.Of(reader.GetString(1)),
                reader.GetString(2),
                reader.GetFieldValue<DateTimeOffset>(3),
                !reader.IsDBNull(4) && reader.GetBoolean(4),
                reader.IsDBNull(5) ? null : reader.GetString(5),
                new Money(reader.GetInt64(6)),
                new Money(reader.GetInt64(7))
            )
            : null;
    }

    /// <summary>The entry of a document that needs somebody; null when there is none.</summary>
    public async Task<BookEntryRow?> Stuck(InvoiceId document)
    {
        await using var command = database.Command(
            "select account, number, status, at from book_entry where document = $1 and status <> 'Booked'",
            document.Value
        );
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync()
            ? new BookEntryRow(
                document,
                AccountId.Of(reader.GetString(0)),
                reader.GetString(1),
                Enum.Parse<BookEntryStatus>(reader.GetString(2)),
                null,
                null,
                null,
                null,
                null,
                null,
                reader.GetFieldValue<DateTimeOffset>(3)
            )
            : null;
    }

    /// <summary>How many wait, the oldest of them, how many are booked, how many are stuck.</summary>
    public async Task<(long Waiting, DateTimeOffset? Oldest, long Booked, long Problems)> Count(
        DateTimeOffset since
    )
    {
        await using var command = database.Command(
            """
            select w.n, w.oldest, (select count(*) from book_entry where status = 'Booked'),
              (select count(*) from book_entry where status <> 'Booked')
            from (
              select count(*) as n, min(d.issued_at) as oldest from invoice_document d
              where d.issued_at >= $1 and not exists (select 1 from book_entry e where e.document = d.id)
            ) w
            """,
            since
        );
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (
            reader.GetInt64(0),
            reader.IsDBNull(1) ? null : reader.GetFieldValue<DateTimeOffset>(1),
            reader.GetInt64(2),
            reader.GetInt64(3)
        );
    }

    public async Task<PageOf<BookEntryView>> List(bool problems, PageRequest page)
    {
        await using var command = database.Command(
            """
            select document, number, status, voucher, gross, seen_gross, error, at, count(*) over () from book_entry
            where not $1 or status <> 'Booked'
            order by at desc, number desc offset $2 limit $3
            """,
            problems,
            page.Offset,
            page.Limit
        );
        await using var reader = await command.ExecuteReaderAsync();
        var entries = new List<BookEntryView>();
        var total = 0L;
        while (await reader.ReadAsync())
        {
            entries.Add(Entry(reader));
            total = reader.GetInt64(8);
        }
        return new PageOf<BookEntryView>([.. entries], Pagination.Of(page, total));
    }

    private static BookEntryView Entry(NpgsqlDataReader row) =>
        new(
            InvoiceId.Of(row.GetString(0)),
            row.GetString(1),
            Enum.Parse<BookEntryStatus>(row.GetString(2)),
            row.IsDBNull(3) ? null : row.GetString(3),
            row.IsDBNull(4) ? null : new Money(row.GetInt64(4)),
            row.IsDBNull(5) ? null : new Money(row.GetInt64(5)),
            row.IsDBNull(6) ? null : row.GetString(6),
            row.GetFieldValue<DateTimeOffset>(7)
        );
}
