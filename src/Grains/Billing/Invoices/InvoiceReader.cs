using Elizon.Billing;
using Elizon.Grains.Storage;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>Invoices of a customer by plain SQL; another customer's invoice does not exist.</summary>
[StatelessWorker, GrainType("invoice-reader")]
internal sealed class InvoiceReader(
    NpgsqlDataSource database,
    DocumentFiles files,
    House house,
    TimeProvider clock
) : Grain, IInvoiceReader
{
    /// <summary>$1 account, $2 today; one row per invoice, draft or issued. What staff is still writing is not shown.</summary>
    private const string Invoices =
        $"{InvoiceColumns.Select} where i.account = $1 and (d.id is not null or i.order_id is not null)";

    public async Task<SliceOf<InvoiceView>> List(
        AccountId account,
        InvoiceStatus? status,
        OffsetRequest slice
    )
    {
        await using var command = database.Command(
            $"""
            with listed as ({Invoices} and i.lapsed_at is null)
            select l.*, count(*) over () from listed l
            where $3::text is null or l.status = $3
            order by l.created_at desc, l.id desc offset $4 limit $5
            """,
            account.Value,
            house.DayOf(clock.GetUtcNow()),
            status?.ToString(),
            slice.Offset,
            slice.Limit
        );
        var invoices = new List<InvoiceView>();
        var total = 0L;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            invoices.Add(InvoiceColumns.Read(reader));
            total = reader.GetInt64(InvoiceColumns.Count);
        }
        // An offset behind the end finds no row that could carry the count.
        if (invoices.Count == 0 && slice.Offset > 0)
            total = (await List(account, status, slice with { Offset = 0, Limit = 1 }))
                .Pagination
                .Total;
        return new SliceOf<InvoiceView>([.. invoices], OffsetPagination.Of(slice, total));
    }

    public async Task<InvoiceDetail> Find(AccountId account, InvoiceId invoice)
    {
        await using var command = database.Command(
            $"""
            with listed as ({Invoices} and i.id = $3)
            select l.*, coalesce(d.content, i.content), array(select k.id from invoice k where k.corrects = l.id order by k.created_at)
            from listed l join invoice i on i.id = l.id left join invoice_document d on d.id = l.id
            """,
            account.Value,
            house.DayOf(clock.GetUtcNow()),
            invoice.Value
        );
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync()
            ? InvoiceColumns.Detail(reader)
            : throw CommonRefusals.NotFound("invoice");
    }

    public async Task<DocumentFile> Document(
        AccountId account,
        InvoiceId invoice,
        InvoiceFormat format
    )
    {
        // A draft that staff is writing does not exist for the customer.
        if (format == InvoiceFormat.Proforma)
            await Find(account, invoice);
        return await files.Get(account, invoice, format);
    }

    public async Task<InvoiceId[]> Issued(AccountId account, DateOnly? from, DateOnly? to)
    {
        await using var command = database.Command(
            """
            select id from invoice_document
            where account = $1 and issued_on between $2 and $3 order by issued_at, number
            """,
            account.Value,
            from ?? DateOnly.MinValue,
            to ?? DateOnly.MaxValue
        );
        var issued = new List<InvoiceId>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            issued.Add(InvoiceId.Of(reader.GetString(0)));
        return [.. issued];
    }
}
