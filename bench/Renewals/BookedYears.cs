using Npgsql;

namespace Elizon.Bench.Renewals;

/// <summary>Periods of many customers, billed and paid from a balance that a top-up made: five entries an invoice.</summary>
internal static class BookedYears
{
    public static async Task Plant(NpgsqlDataSource database, int customers, int periods)
    {
        await using (var function = database.CreateCommand(Documents))
            await function.ExecuteNonQueryAsync();
        foreach (var statement in Statements)
        {
            await using var command = database.CreateCommand(statement);
            command.CommandTimeout = 1200;
            command.Parameters.Add(new() { Value = customers });
            command.Parameters.Add(new() { Value = periods });
            await command.ExecuteNonQueryAsync();
        }
        await using var analyze = database.CreateCommand("vacuum analyze");
        analyze.CommandTimeout = 600;
        await analyze.ExecuteNonQueryAsync();
    }

    private const string Customers = "from generate_series(1, $1) c where $2 > 0";

    private const string Invoices =
        "from generate_series(1, $1) c, generate_series(1, $2) p order by p, c";

    /// <summary>Chained as issue_documents does; its one row of the series would be updated 200,000 times in one transaction.</summary>
    private const string Documents = """
        create function plant_documents(customers int, periods int) returns void language plpgsql as $$
        declare
          chain bytea; hash bytea; body text; nr int := 0;
        begin
          for p in 1..periods loop
            for c in 1..customers loop
              nr := nr + 1;
              body := c || '-' || p || repeat('An invoice of ordinary length. ', 80);
              hash := sha256(convert_to(body, 'UTF8'));
              chain := case when nr = 1 then sha256(hash) else sha256(chain || hash) end;
              insert into invoice_document (id, series, number, account, issued_at, issued_on, due_on, content, content_hash, chain_hash)
              values ('c' || c || '-' || p, 'RE-2026', 'RE-2026-' || lpad(nr::text, 6, '0'), 'c' || c, now(), current_date, current_date, body, hash, chain);
            end loop;
          end loop;
          insert into document_series values ('RE-2026', nr, chain);
        end $$
        """;

    private static readonly string[] Statements =
    [
        $"insert into aggregate select 'account', 'c' || c, 1, jsonb_build_object('balance', 0) {Customers}",
        $"""
            insert into ledger_entry (at, account, effect, side, ledger, amount, reason)
            select now() - interval '900 days', 'c' || c, 'payment/' || c, side, ledger, sign * 999 * $2, 'top-up'
            from generate_series(1, $1) c, (values (0, 'clearing/mollie', -1), (1, 'balance', 1)) s (side, ledger, sign)
            """,
        $"""
            insert into invoice (id, account, order_id, kind, net, tax, total, created_at)
            select 'c' || c || '-' || p, 'c' || c, null, 'Invoice', 839, 160, 999, now() {Invoices}
            """,
        $"""
            insert into renewal_invoice (invoice, account, service, period, issue, product, name, from_day, until_day, due_at)
            select 'c' || c || '-' || p, 'c' || c, 's' || c, p, 0, 'minecraft-2g', 'world',
              date '2024-01-01' + p * 30, date '2024-01-01' + p * 30 + 30, now() {Invoices}
            """,
        $"""
            insert into ledger_entry (at, account, effect, side, ledger, amount, reason, invoice)
            select now() - interval '800 days' + p * interval '30 days', 'c' || c, 'invoice/c' || c || '-' || p || s.effect, side, ledger, amount, 'x', 'c' || c || '-' || p
            from generate_series(1, $2) p, generate_series(1, $1) c, (values ('/issued', 0, 'receivable', -999), ('/issued', 1, 'revenue/DE/19', 839),
              ('/issued', 2, 'vat/DE/19', 160), ('/settled', 0, 'balance', -999), ('/settled', 1, 'receivable', 999)) s (effect, side, ledger, amount)
            order by p, c
            """,
        $"""
            insert into allocation (effect, account, invoice, amount, source, at)
            select 'invoice/c' || c || '-' || p || '/settled', 'c' || c, 'c' || c || '-' || p, 999, 'balance', now() {Invoices}
            """,
        "select plant_documents($1, $2)",
    ];
}
