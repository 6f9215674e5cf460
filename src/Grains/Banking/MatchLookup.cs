using Elizon.Grains.Banking.Camt;
using Elizon.Grains.Banking.Matching;
using Elizon.Grains.Banking.Payouts;
using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Grains.Banking;

/// <summary>Asks the tables once per statement for everything its transactions may be about.</summary>
internal sealed class MatchLookup(NpgsqlDataSource database, PayoutRecords payouts)
{
    /// <summary>Drafts that can be paid and issued documents that are not, with what is open of them.</summary>
    private const string Open = """
        select i.id, i.account, i.total - coalesce((select sum(a.amount) from allocation a where a.invoice = i.id), 0)::bigint as outstanding, d.number
        from invoice i left join invoice_document d on d.id = i.id
        where i.kind = 'Invoice' and i.lapsed_at is null
        """;

    public async Task<Candidates> For(
        IReadOnlyCollection<BankTransaction> transactions,
        IReadOnlyCollection<Mentions> mentions
    )
    {
        await CompleteReferences();
        string[] bodies =
        [
            .. mentions
                .SelectMany(m => m.Shorts.Concat(m.References.Concat(m.Wrong).Select(r => r[4..])))
                .Distinct(),
        ];
        string[] ibans = [.. transactions.Select(t => t.OtherIban).OfType<string>().Distinct()];
        string[] ends = [.. transactions.Select(t => t.EndToEndId).OfType<string>().Distinct()];
        var payers = await Payers(ibans);
        var known = payers.Values.Where(p => p.Length == 1).Select(p => p[0]).Distinct();
        return new Candidates(
            await References(bodies),
            await Invoices([.. mentions.SelectMany(m => m.Numbers).Distinct()]),
            payers,
            await OpenOf([.. known.Select(a => a.Value)]),
            [.. await Credits(ends, ibans)],
            await payouts.Find(ends)
        );
    }

    /// <summary>References follow from account ids; those of people who came since the last import are added.</summary>
    private async Task CompleteReferences()
    {
        var missing = await Read(
            "select g.id from aggregate g where g.kind = 'user' and not exists (select 1 from payer_reference r where r.account = g.id)",
            r => r.GetString(0)
        );
        foreach (var slice in missing.Chunk(5_000))
        {
            await using var command = database.Command(
                "insert into payer_reference (account, reference) select * from unnest($1::text[], $2::text[]) on conflict do nothing",
                slice,
                slice.Select(a => PayerReference.Of(AccountId.Of(a))[4..]).ToArray()
            );
            await command.ExecuteNonQueryAsync();
        }
    }

    private async Task<IReadOnlyDictionary<string, AccountId>> References(string[] bodies) =>
        (
            await Read(
                "select reference, account from payer_reference where reference = any ($1)",
                r => (Body: r.GetString(0), Account: AccountId.Of(r.GetString(1))),
                (object)bodies
            )
        ).ToDictionary(x => x.Body, x => x.Account);

    private async Task<IReadOnlyDictionary<string, OpenThing>> Invoices(string[] numbers) =>
        (
            await Read(
                $"{Open} and d.number = any ($1)",
                r => (Number: r.GetString(3), Thing: ThingOf(r)),
                (object)numbers
            )
        ).ToDictionary(x => x.Number, x => x.Thing);

    private async Task<IReadOnlyDictionary<AccountId, OpenThing[]>> OpenOf(string[] accounts) =>
        (
            await Read(
                $"select * from ({Open} and i.account = any ($1)) o where o.outstanding > 0",
                ThingOf,
                (object)accounts
            )
        )
            .GroupBy(t => t.Account)
            .ToDictionary(g => g.Key, g => g.ToArray());

    private async Task<IReadOnlyDictionary<string, AccountId[]>> Payers(string[] ibans) =>
        (
            await Read(
                """
                select other_iban, array_agg(distinct account) from bank_transaction
                where other_iban = any ($1) and amount > 0 and status = 'Matched' and account is not null
                group by other_iban
                """,
                r => (Iban: r.GetString(0), Accounts: r.GetFieldValue<string[]>(1)),
                (object)ibans
            )
        ).ToDictionary(x => x.Iban, x => x.Accounts.Select(AccountId.Of).ToArray());

    private Task<List<EarlierCredit>> Credits(string[] ends, string[] ibans) =>
        Read(
            """
            select t.id, case when t.status = 'Matched' then t.account end, t.amount, t.end_to_end_id, t.other_iban
            from bank_transaction t
            where t.amount > 0 and (t.end_to_end_id = any ($1) or t.other_iban = any ($2))
              and not exists (select 1 from bank_transaction r where r.original = t.id)
            """,
            r => new EarlierCredit(
                BankTransactionId.Of(r.GetString(0)),
                r.IsDBNull(1) ? null : AccountId.Of(r.GetString(1)),
                new Money(r.GetInt64(2)),
                r.IsDBNull(3) ? null : r.GetString(3),
                r.IsDBNull(4) ? null : r.GetString(4)
            ),
            ends,
            ibans
        );

    /// <summary>Trap: a lone text array would be taken for the list of parameters; it is cast to an object.</summary>
    private async Task<List<T>> Read<T>(
        string sql,
        Func<NpgsqlDataReader, T> row,
        params object[] parameters
    )
    {
        await using var command = database.Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(row(reader));
        return rows;
    }

    private static OpenThing ThingOf(NpgsqlDataReader r) =>
        new(InvoiceId.Of(r.GetString(0)), AccountId.Of(r.GetString(1)), new Money(r.GetInt64(2)));
}
