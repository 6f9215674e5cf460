using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Billing.Pricing;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Storage;
using Npgsql;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>Reads issued documents and what became of drafts.</summary>
internal sealed class DocumentRecords(NpgsqlDataSource database)
{
    /// <summary>The document as issued, or null when the account has no such document.</summary>
    public async Task<IssuedDocument?> Find(AccountId account, InvoiceId id)
    {
        await using var command = database.Command(
            "select number, issued_at, content from invoice_document where id = $1 and account = $2",
            id.Value,
            account.Value
        );
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? Issued(id, reader) : null;
    }

    private static IssuedDocument Issued(InvoiceId id, NpgsqlDataReader reader) =>
        new(
            id,
            reader.GetString(0),
            reader.GetFieldValue<DateTimeOffset>(1),
            InvoiceContent.Parse(reader.GetString(2))
        );

    /// <summary>The document with what was taken from it and paid for it, or null when the account has no such document.</summary>
    public async Task<CorrectedInvoice?> FindCorrected(AccountId account, InvoiceId id)
    {
        await using var command = database.Command(
            """
            select d.number, d.issued_at, d.content,
              array(select t.content from invoice k join invoice_document t on t.id = k.id where k.corrects = d.id order by t.issued_at, t.number),
              (select coalesce(sum(a.amount), 0)::bigint from allocation a where a.invoice = d.id)
            from invoice_document d where d.id = $1 and d.account = $2
            """,
            id.Value,
            account.Value
        );
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync()
            ? CorrectedInvoice.Of(
                Issued(id, reader),
                reader.GetFieldValue<string[]>(3).Select(InvoiceContent.Parse),
                new Money(reader.GetInt64(4))
            )
            : null;
    }

    /// <summary>Which invoice the money of a movement went to, or was taken from; null: none, it went to the balance.</summary>
    public async Task<InvoiceId?> PaidBy(AccountId account, string effect)
    {
        await using var command = database.Command(
            "select invoice from allocation where effect = $1 and account = $2",
            effect,
            account.Value
        );
        return await command.ExecuteScalarAsync() is string id ? InvoiceId.Of(id) : null;
    }

    /// <summary>What an issued invoice charges: a period's service, those of an order, or lines by hand. Null for anything else.</summary>
    public async Task<BilledInvoice?> FindBilled(AccountId account, InvoiceId id)
    {
        await using var command = database.Command(
            """
            with billed as (
              select service, period, product, name, 0 as line from renewal_invoice where invoice = $1
              union all
              select u.service, 1, coalesce(s.product, ''), u.name, u.line
              from sold_unit u left join service s on s.id = u.service where u.invoice = $1 and u.status <> 'Refunded')
            select coalesce(array_agg(b.service order by b.line, b.service) filter (where b.service is not null), '{}'),
              coalesce(min(b.period), 0), min(b.product),
              coalesce((array_agg(b.name order by b.line, b.service))[1], d.content::jsonb -> 'lines' -> 0 ->> 'name'),
              d.content::jsonb ->> 'language', (select count(*)::int from allocation a where a.invoice = d.id)
            from invoice i join invoice_document d on d.id = i.id left join billed b on true
            where i.id = $1 and i.account = $2 and (b.service is not null or i.order_id is null and i.corrects is null)
            group by d.id
            """,
            id.Value,
            account.Value
        );
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync()
            ? new BilledInvoice(
                id,
                [.. reader.GetFieldValue<string[]>(0).Select(ServiceId.Of)],
                reader.GetInt32(1),
                reader.IsDBNull(2) ? null : ProductId.Of(reader.GetString(2)),
                reader.GetString(3),
                reader.GetString(4),
                reader.GetInt32(5)
            )
            : null;
    }

    /// <summary>A piece of an order that was delivered and not given back since; null for anything else.</summary>
    public async Task<DeliveredUnit?> FindDelivered(AccountId account, ServiceId service)
    {
        await using var command = database.Command(
            """
            select u.invoice, u.order_id, u.line, u.name, u.net, u.tax, u.paid_at, o.withdrawal_waiver, a.source, a.effect, a.amount
            from sold_unit u join customer_order o on o.id = u.order_id
            left join lateral (select source, effect, amount from allocation
              where invoice = u.invoice and source like 'payment/%' and amount > 0 limit 1) a on true
            where u.service = $1 and u.account = $2 and u.status = 'Delivered'
            """,
            service.Value,
            account.Value
        );
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? Delivered(reader) : null;
    }

    private static DeliveredUnit Delivered(NpgsqlDataReader row) =>
        new(
            new SoldUnit(
                InvoiceId.Of(row.GetString(0)),
                OrderId.Of(row.GetString(1)),
                row.GetInt32(2),
                row.GetString(3),
                new Amounts(new Money(row.GetInt64(4)), new Money(row.GetInt64(5))),
                null,
                row.GetFieldValue<DateTimeOffset>(6)
            ),
            row.GetBoolean(7),
            row.IsDBNull(8)
                ? null
                : new PaidAtProvider(
                    PaymentId.Of(row.GetString(8).Split('/')[1]),
                    row.GetString(9).Split('/')[1],
                    new Money(row.GetInt64(10))
                )
        );

    /// <summary>What an open draft would say as it stands, or null when the account has no such draft.</summary>
    public async Task<InvoiceContent?> FindDraft(AccountId account, InvoiceId id)
    {
        await using var command = database.Command(
            """
            select i.content from invoice i left join invoice_document d on d.id = i.id
            where i.id = $1 and i.account = $2 and i.lapsed_at is null and d.id is null
            """,
            id.Value,
            account.Value
        );
        return await command.ExecuteScalarAsync() is string text
            ? InvoiceContent.Parse(text)
            : null;
    }

    /// <summary>What an invoice that is no open draft is; null when the account has none with this id.</summary>
    public async Task<SettledDraft?> FindSettled(AccountId account, InvoiceId id)
    {
        await using var command = database.Command(
            "select lapsed_at is not null from invoice where id = $1 and account = $2",
            id.Value,
            account.Value
        );
        return await command.ExecuteScalarAsync() is bool lapsed
            ? lapsed
                ? SettledDraft.Lapsed
                : SettledDraft.Issued
            : null;
    }
}

/// <summary>What became of a draft.</summary>
internal enum SettledDraft
{
    Issued,
    Lapsed,
}
