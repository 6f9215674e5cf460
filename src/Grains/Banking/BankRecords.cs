using Elizon.Banking;
using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Grains.Banking;

/// <summary>Reads statements and transactions.</summary>
internal sealed class BankRecords(NpgsqlDataSource database)
{
    /// <summary>
    /// All statements with what became of their transactions. A gap is where the balance before is another; a statement
    /// that the bank sent again for the same days is no step of its own.
    /// </summary>
    private const string Statements = """
        with steps as (
          select iban, id, lag(closing) over (partition by iban order by closing_on, opening_on, imported_at) as before
          from bank_statement s
          where not exists (
            select 1 from bank_statement e
            where e.iban = s.iban and e.opening_on = s.opening_on and e.closing_on = s.closing_on and e.imported_at < s.imported_at))
        select s.iban, s.number, s.opening, s.opening_on, s.closing, s.closing_on, s.transactions, s.pending, s.known,
          count(t.id) filter (where t.status = 'Matched')::int, count(t.id) filter (where t.status = 'Queued')::int,
          coalesce(p.before <> s.opening, false)
        from bank_statement s
        left join steps p on p.iban = s.iban and p.id = s.id
        left join bank_transaction t on t.statement = s.id and t.iban = s.iban
        """;

    private const string StatementGroup = "group by s.iban, s.id, p.before";

    private const string Columns =
        "id, iban, statement, amount, booked_on, valued_on, end_to_end_id, reference, other_name, other_iban, text, creditor_reference, return_reason, status, matched_by, account, invoice, payout, original, reason, imported_at, decided_at, decided_by";

    public async Task<StatementView?> FindStatement(BankAccountId account, string id) =>
        (
            await Read(
                $"{Statements} where s.iban = $1 and s.id = $2 {StatementGroup}",
                StatementOf,
                account.Value,
                id
            )
        ).FirstOrDefault();

    /// <summary>The end of the newest statement; null before the first.</summary>
    public async Task<StatementEnd?> Latest(BankAccountId account) =>
        (
            await Read(
                "select closing, closing_on from bank_statement where iban = $1 order by closing_on desc, imported_at desc limit 1",
                r => new StatementEnd(new Money(r.GetInt64(0)), r.GetFieldValue<DateOnly>(1)),
                account.Value
            )
        ).FirstOrDefault();

    public async Task<IReadOnlySet<BankTransactionId>> Known(IEnumerable<BankTransactionId> ids) =>
        (
            await Read(
                "select id from bank_transaction where id = any ($1)",
                r => BankTransactionId.Of(r.GetString(0)),
                (object)ids.Select(i => i.Value).ToArray()
            )
        ).ToHashSet();

    public async Task<BankTransactionRow?> Find(BankTransactionId id) =>
        (
            await Read(
                $"select {Columns} from bank_transaction where id = $1",
                TransactionOf,
                id.Value
            )
        ).FirstOrDefault();

    public async Task<PageOf<StatementView>> List(PageRequest page) =>
        new(
            [
                .. await Read(
                    $"{Statements} {StatementGroup} order by s.closing_on desc, s.imported_at desc offset $1 limit $2",
                    StatementOf,
                    page.Offset,
                    page.Limit
                ),
            ],
            Pagination.Of(page, await Count("select count(*) from bank_statement"))
        );

    public async Task<PageOf<BankTransactionView>> List(
        BankTransactionStatus? status,
        AccountId? account,
        PageRequest page
    )
    {
        const string where =
            "from bank_transaction where ($1::text is null or status = $1) and ($2::text is null or account = $2)";
        object?[] filter = [status?.ToString(), account?.Value];
        var rows = await Read(
            $"select {Columns} {where} order by booked_on desc, id offset $3 limit $4",
            TransactionOf,
            [.. filter, page.Offset, page.Limit]
        );
        return new PageOf<BankTransactionView>(
            [.. rows.Select(r => r.ToView())],
            Pagination.Of(page, await Count($"select count(*) {where}", filter))
        );
    }

    private async Task<long> Count(string sql, params object?[] parameters)
    {
        await using var command = database.Command(sql, parameters);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<List<T>> Read<T>(
        string sql,
        Func<NpgsqlDataReader, T> row,
        params object?[] parameters
    )
    {
        await using var command = database.Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(row(reader));
        return rows;
    }

    private static StatementView StatementOf(NpgsqlDataReader r) =>
        new(
            r.GetString(0),
            r.GetString(1),
            new Money(r.GetInt64(2)),
            r.GetFieldValue<DateOnly>(3),
            new Money(r.GetInt64(4)),
            r.GetFieldValue<DateOnly>(5),
            r.GetInt32(6),
            r.GetInt32(7),
            r.GetInt32(8),
            r.GetInt32(9),
            r.GetInt32(10),
            r.GetBoolean(11),
            StatementOutcome.Taken,
            []
        );

    private static BankTransactionRow TransactionOf(NpgsqlDataReader r) =>
        new(
            BankTransactionId.Of(r.GetString(0)),
            BankAccountId.Of(r.GetString(1)),
            r.GetString(2),
            new Money(r.GetInt64(3)),
            r.GetFieldValue<DateOnly>(4),
            r.IsDBNull(5) ? null : r.GetFieldValue<DateOnly>(5),
            TextAt(r, 6),
            TextAt(r, 7),
            TextAt(r, 8),
            TextAt(r, 9),
            r.GetString(10),
            TextAt(r, 11),
            TextAt(r, 12),
            Enum.Parse<BankTransactionStatus>(r.GetString(13)),
            TextAt(r, 14) is { } kind ? Enum.Parse<MatchKind>(kind) : null,
            TextAt(r, 15) is { } account ? AccountId.Of(account) : null,
            TextAt(r, 16) is { } invoice ? InvoiceId.Of(invoice) : null,
            TextAt(r, 17) is { } payout ? PayoutId.Of(payout) : null,
            TextAt(r, 18) is { } original ? BankTransactionId.Of(original) : null,
            TextAt(r, 19),
            r.GetFieldValue<DateTimeOffset>(20),
            r.IsDBNull(21) ? null : r.GetFieldValue<DateTimeOffset>(21),
            TextAt(r, 22)
        );

    private static string? TextAt(NpgsqlDataReader r, int column) =>
        r.IsDBNull(column) ? null : r.GetString(column);
}
