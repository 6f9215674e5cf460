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
