namespace Elizon.Bench.Renewals;

/// <summary>The rows of a renewal that is paid from the balance. $1: the customer, $2: the period's invoice.</summary>
internal static class RenewalStatements
{
    /// <summary>$1 and $2: states of a subscription and an account, $3: content of a document, $4: how many customers.</summary>
    public const string Seed = """
        with given as (select $1::jsonb as contract, $2::jsonb as account, $3::text as content, $4::int as customers),
          kept as (insert into aggregate select 'pattern', 'document', 1, to_jsonb(content) from given),
          contracts as (
            insert into aggregate select 'subscription', 'copy' || n, 1, contract from given, generate_series(0, customers - 1) n),
          accounts as (
            insert into aggregate select 'account', 'copy' || n, 1, account from given, generate_series(0, customers - 1) n)
        insert into due (kind, id, bucket, at) select 'subscription', 'copy' || n, n % 64, now() from given, generate_series(0, customers - 1) n
        """;

    /// <summary>The number is drawn last, as in ours: all writers share its row.</summary>
    public static readonly string[] All =
    [
        "update aggregate set version = version + 1, state = jsonb_set(state, '{period}', to_jsonb(version)) where kind = 'subscription' and id = $1 and $2 <> ''",
        "update aggregate set version = version + 1, state = jsonb_set(state, '{balance}', to_jsonb(version)) where kind = 'account' and id = $1 and $2 <> ''",
        "update due set at = at + interval '30 days' where kind = 'subscription' and id = $1 and $2 <> ''",
        """
            insert into invoice (id, account, order_id, kind, net, tax, total, created_at)
            values ($2, $1, null, 'Invoice', 839, 160, 999, now())
            """,
        """
            insert into renewal_invoice (invoice, account, service, period, issue, product, name, from_day, until_day, due_at)
            values ($2, $1, $1, split_part($2, '/', 2)::int, 0, 'minecraft-2g', 'world', current_date, current_date + 30, now())
            """,
        """
            insert into ledger_entry (at, account, effect, side, ledger, amount, reason, invoice)
            select now(), $1, $2 || e.effect, e.side, e.ledger, e.amount, e.reason, $2
            from (values ('/issued', 0, 'receivable', -999, 'invoice'), ('/issued', 1, 'revenue/DE/19', 839, 'invoice'),
              ('/issued', 2, 'vat/DE/19', 160, 'invoice'), ('/paid', 0, 'balance', -999, 'payment'),
              ('/paid', 1, 'receivable', 999, 'payment')) as e (effect, side, ledger, amount, reason)
            """,
        "insert into allocation (effect, account, invoice, amount, source, at) values ($2 || '/paid', $1, $2, 999, 'balance', now())",
        """
            insert into mail (id, box, template, status, attempts, asked_at, at)
            select split_part($2, '/', 2)::bigint * 1000000 + substr($1, 5)::bigint, $1, 'invoice', 'Waiting', 0, now(), now()
            """,
        """
            select issue_document('RE-2026', 'invoice_document', jsonb_build_object('id', $2, 'series', 'RE-2026', 'account', $1,
              'issued_at', now(), 'issued_on', current_date, 'due_on', current_date, 'content', p.state #>> '{}'),
              sha256(convert_to(p.state #>> '{}', 'UTF8')), null, null)
            from aggregate p where p.kind = 'pattern' and p.id = 'document' and $1 <> ''
            """,
    ];
}
