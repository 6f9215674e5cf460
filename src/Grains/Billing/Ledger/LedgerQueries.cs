namespace Elizon.Grains.Billing.Ledger;

/// <summary>
/// The questions of an audit. Each names what is wrong, one text a row; no row means clean. Those with <c>$1</c> ask about
/// all of it (true), or about what was written since the checkpoint.
/// </summary>
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

    public const string NumberGaps = """
        select s.series from document_series s
        left join (select series, count(*) as n, max(length(number)) as digits from invoice_document group by series) d using (series)
        left join lateral (
          select max(number) as highest from invoice_document where series = s.series and length(number) = d.digits) h on true
        where s.last <> coalesce(d.n, 0) or h.highest <> s.series || '-' || lpad(s.last::text, greatest(6, length(s.last::text)), '0')
        """;

    /// <summary>What a document says is owed, tax and revenue were booked for it; what was allocated to it was booked against it.</summary>
    public const string UnsettledDocuments = """
        with touched as (
          select distinct invoice from ledger_entry
          where invoice is not null and ($1 or nr > (select coalesce(max(entry), 0) from audit_checkpoint))),
        booked as (
          select e.invoice,
            -sum(amount) filter (where ledger = 'receivable' and effect like '%/issued') as owed,
            sum(amount) filter (where ledger like 'revenue/%') as net,
            sum(amount) filter (where ledger like 'vat/%') as tax,
            sum(amount) filter (where ledger = 'receivable' and effect not like '%/issued') as paid
          from ledger_entry e join touched using (invoice) group by e.invoice),
        paid as (select invoice, sum(amount) as amount from allocation group by invoice)
        select i.id from invoice i join invoice_document d on d.id = i.id left join booked b on b.invoice = i.id
        left join paid a on a.invoice = i.id
        where ($1 or b.invoice is not null)
          and (coalesce(b.owed, 0) <> i.total or coalesce(b.net, 0) <> i.net or coalesce(b.tax, 0) <> i.tax
            or coalesce(b.paid, 0) <> coalesce(a.amount, 0))
        """;

    /// <summary>Content that does not fit its hash, or a link of the chain that does not fit the one before.</summary>
    public const string BrokenDocuments = """
        select number from (
          select d.number, d.content, d.content_hash, d.chain_hash,
            coalesce(lag(d.chain_hash) over (partition by d.series order by length(d.number), d.number), c.chain_hash) as before
          from invoice_document d left join audit_checkpoint_series c on c.series = d.series and not $1
          where c.number is null or d.number > c.number or length(d.number) > length(c.number)) d
        where content_hash <> sha256(convert_to(content, 'UTF8'))
          or chain_hash <> case when before is null then sha256(content_hash) else sha256(before || content_hash) end
        """;

    /// <summary>A service whose valid invoices charge a day twice.</summary>
    public const string OverlappingPeriods = """
        with touched as (
          select distinct r.service from renewal_invoice r join invoice_document d on d.id = r.invoice
          left join audit_checkpoint_series c on c.series = d.series and not $1
          where c.number is null or d.number > c.number or length(d.number) > length(c.number)),
        valid as (
          select r.service, r.from_day, r.until_day, lag(r.until_day) over (partition by r.service order by r.from_day, r.until_day) as before
          from renewal_invoice r join touched using (service)
          where not exists (select 1 from invoice x where x.corrects = r.invoice and x.kind = 'Cancellation'))
        select distinct service from valid where from_day < before
        """;

    /// <summary>Entries of the last minutes may still be written behind a higher number: the next audit sees them again.</summary>
    public const string Checkpoint = """
        insert into audit_checkpoint (at, entry)
        select $1, coalesce(max(nr), 0) from ledger_entry where at < $1 - interval '10 minutes'
        on conflict (only_one) do update set at = excluded.at, entry = excluded.entry
        """;

    public const string CheckpointSeries = """
        insert into audit_checkpoint_series (series, number, chain_hash)
        select d.series, d.number, d.chain_hash from document_series s
        join invoice_document d on d.series = s.series and d.chain_hash = s.chain_hash
        on conflict (series) do update set number = excluded.number, chain_hash = excluded.chain_hash
        """;
}
