using Elizon.Billing;
using Elizon.Checkout;
using Elizon.Grains.Storage;
using Npgsql;
using Orleans.Concurrency;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>Finds whose an invoice is; what is done to it is the account's.</summary>
[StatelessWorker, GrainType("invoice-desk")]
internal sealed class InvoiceDesk(
    NpgsqlDataSource database,
    DocumentFiles files,
    House house,
    TimeProvider clock
) : Grain, IInvoiceDesk
{
    public async Task<PageOf<StaffInvoiceView>> List(
        AccountId? account,
        InvoiceStatus? status,
        PageRequest page
    )
    {
        await using var command = database.Command(
            $"""
            with listed as ({InvoiceColumns.Select} where ($1::text is null or i.account = $1) and i.lapsed_at is null)
            select l.*, i.account, count(*) over () from listed l join invoice i on i.id = l.id
            where $3::text is null or l.status = $3
            order by l.created_at desc, l.id desc offset $4 limit $5
            """,
            account?.Value,
            house.DayOf(clock.GetUtcNow()),
            status?.ToString(),
            page.Offset,
            page.Limit
        );
        var found = new List<StaffInvoiceView>();
        var total = 0L;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            found.Add(
                new StaffInvoiceView(
                    AccountId.Of(reader.GetString(InvoiceColumns.Count)),
                    InvoiceColumns.Read(reader)
                )
            );
            total = reader.GetInt64(InvoiceColumns.Count + 1);
        }
        return new PageOf<StaffInvoiceView>([.. found], Pagination.Of(page, total));
    }

    public async Task<IssuedCorrection> Cancel(InvoiceId invoice, Caller by)
    {
        var (account, id) = await Find(invoice);
        return await GrainFactory.AccountInvoices(account).Cancel(id, by);
    }

    public async Task<IssuedCorrection> Correct(
        InvoiceId invoice,
        LineCorrection[] lines,
        Caller by
    )
    {
        var (account, id) = await Find(invoice);
        return await GrainFactory.AccountInvoices(account).Correct(id, lines, by);
    }

    public async Task<InvoiceSummary> MarkPaid(InvoiceId invoice, Caller by)
    {
        var (account, id) = await Find(invoice);
        return await GrainFactory.AccountInvoices(account).MarkPaid(id, by);
    }

    public async Task<ResentInvoice> Resend(InvoiceId invoice, Caller by)
    {
        var (account, id) = await Find(invoice);
        return await GrainFactory.AccountInvoices(account).Resend(id, by);
    }

    public async Task<InvoiceSummary> Rewrite(InvoiceId draft, ManualInvoice invoice, Caller by)
    {
        var (account, id) = await Find(draft);
        return await GrainFactory.ManualInvoices(account).Rewrite(id, invoice, by);
    }

    public async Task<InvoiceSummary> Discard(InvoiceId draft, Caller by)
    {
        var (account, id) = await Find(draft);
        return await GrainFactory.ManualInvoices(account).Discard(id, by);
    }

    public async Task<InvoiceSummary> Finalise(InvoiceId draft, Caller by)
    {
        var (account, id) = await Find(draft);
        return await GrainFactory.ManualInvoices(account).Finalise(id, by);
    }

    public async Task<DocumentFile> Document(InvoiceId invoice, InvoiceFormat format)
    {
        var (account, id) = await Find(invoice);
        return await files.Get(account, id, format);
    }

    /// <exception cref="Refusal">NotFound.</exception>
    private async Task<(AccountId Account, InvoiceId Invoice)> Find(InvoiceId invoice)
    {
        await using var command = database.Command(
            """
            select i.account, i.id from invoice i where i.id = $1
            union all select d.account, d.id from invoice_document d where d.number = $1
            limit 1
            """,
            invoice.Value
        );
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync()
            ? (AccountId.Of(reader.GetString(0)), InvoiceId.Of(reader.GetString(1)))
            : throw CommonRefusals.NotFound("invoice");
    }
}
