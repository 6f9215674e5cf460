namespace Elizon.Grains.Billing.Ledger;

/// <summary>The questions of an audit. Each names what is wrong, one text a row; no row means clean.</summary>
internal static class LedgerQueries
{
    public const string Totals =
        "select count(*), coalesce(sum(amount), 0)::bigint from ledger_entry";

    public const string UnbalancedEffects =
        "select effect from ledger_entry group by effect having sum(amount) <> 0 or count(*) < 2";

    public const string WrongBalances = """
        with booked as (select account, sum(amount) as cents from ledger_entry where ledger = 'balance' group by account),
             held as (select id, ((state ->> 'balance')::numeric * 100)::bigint as cents from aggregate where kind = 'account')
        select coalesce(b.account, h.id) from booked b full join held h on h.id = b.account
        where coalesce(b.cents, 0) <> coalesce(h.cents, 0)
        """;

    /// <summary>What a document says is owed, tax and revenue were booked for it; what was allocated to it was booked against it.</summary>
    public const string UnsettledDocuments = """
        with booked as (
          select invoice,
            -sum(amount) filter (where ledger = 'receivable' and effect like '%/issued') as owed,
            sum(amount) filter (where ledger like 'revenue/%') as net,
            sum(amount) filter (where ledger like 'vat/%') as tax,
            sum(amount) filter (where ledger = 'receivable' and effect not like '%/issued') as paid
          from ledger_entry where invoice is not null group by invoice)
        select i.id from invoice i join invoice_document d on d.id = i.id left join booked b on b.invoice = i.id
        where coalesce(b.owed, 0) <> i.total or coalesce(b.net, 0) <> i.net or coalesce(b.tax, 0) <> i.tax
          or coalesce(b.paid, 0) <> (select coalesce(sum(a.amount), 0) from allocation a where a.invoice = i.id)
        """;

    public const string NumberGaps = """
        select s.series from document_series s
        left join (select series, count(*) as n, max(number) as highest from invoice_document group by series) d using (series)
        where s.last <> coalesce(d.n, 0) or d.highest <> s.series || '-' || lpad(s.last::text, 6, '0')
        """;

    /// <summary>Content that does not fit its hash, or a link of the chain that does not fit the one before.</summary>
    public const string BrokenDocuments = """
        select number from (
          select number, content, content_hash, chain_hash, lag(chain_hash) over (partition by series order by length(number), number) as before
          from invoice_document) d
        where content_hash <> sha256(convert_to(content, 'UTF8'))
          or chain_hash <> case when before is null then sha256(content_hash) else sha256(before || content_hash) end
        """;
}
