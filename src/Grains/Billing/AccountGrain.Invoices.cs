using Elizon.Billing;
using Elizon.Checkout;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Renewals;

namespace Elizon.Grains.Billing;

/// <summary>What staff and customer do about issued documents.</summary>
internal sealed partial class AccountGrain : IAccountInvoices
{
    public Task<IssuedCorrection> Cancel(InvoiceId invoice, Caller by) =>
        TakeBack(
            invoice,
            by,
            (original, day) =>
                CorrectionContent.Cancel(original.Document, original.Left, by.Reason!, day)
        );

    public Task<IssuedCorrection> Correct(InvoiceId invoice, LineCorrection[] lines, Caller by) =>
        TakeBack(
            invoice,
            by,
            (original, day) =>
                CorrectionContent.Take(original.Document, original.Left, lines, by.Reason!, day)
        );

    public async Task<InvoiceSummary> MarkPaid(InvoiceId invoice, Caller by)
    {
        if (await aggregate.Replay<CheckoutResult>(by.Operation) is { } earlier)
            return earlier.Invoice;
        Corrections.Guard(by);
        if (aggregate.State.OpenInvoices.TryGetValue(invoice, out var open))
        {
            var paid = Paying.ByHand(aggregate.State, Id, open, by, house, clock.GetUtcNow());
            var answer = await Summary(open, InvoiceStatus.Paid);
            return (await aggregate.Commit(paid, by.Operation, answer)).Invoice;
        }
        var draft = await OpenDraft(invoice);
        var issued = PaidByHand.Draft(aggregate.State, draft, by, house, clock.GetUtcNow());
        return (await Issue(issued, draft.Order, by.Operation)).Result.Invoice;
    }

    public async Task<ResentInvoice> Resend(InvoiceId invoice, Caller by)
    {
        if (await aggregate.Replay<ResentInvoice>(by.Operation) is { } earlier)
            return earlier;
        var document = await documents.Find(Id, invoice) ?? throw await NoDocument(invoice);
        return await aggregate.Commit(
            Corrections.Resend(aggregate.State, Id, document, by),
            by.Operation,
            new ResentInvoice(invoice, document.Number)
        );
    }

    public Task<InvoiceSettings> Settings() => Task.FromResult(aggregate.State.Invoicing);

    public async Task<InvoiceSettings> ChangeSettings(InvoiceSettings settings, Caller by)
    {
        if (await aggregate.Replay<InvoiceSettings>(by.Operation) is { } earlier)
            return earlier;
        var change = Invoicing.Change(aggregate.State, settings);
        return await aggregate.Commit(change, by.Operation, change.Next.Invoicing);
    }

    private async Task<IssuedCorrection> TakeBack(
        InvoiceId invoice,
        Caller by,
        Func<CorrectedInvoice, DateOnly, InvoiceContent> contentOf
    )
    {
        if (await aggregate.Replay<IssuedCorrection>(by.Operation) is { } earlier)
            return earlier;
        Corrections.Guard(by);
        var original =
            await documents.FindCorrected(Id, invoice) ?? throw await NoDocument(invoice);
        var now = clock.GetUtcNow();
        var id = NewId.Derived<InvoiceId>(Identity(by.Operation));
        var content = contentOf(original.Guard(), house.DayOf(now));
        if (
            aggregate.State.OpenInvoices.TryGetValue(invoice, out var open)
            && open is { Reopened: false, Service: not null }
            && -content.Sum.Gross >= open.Total
        )
            throw BillingRefusals.PeriodOpen();
        return await aggregate.Commit(
            Corrections.ByStaff(aggregate.State, Id, id, original, content, by, house, now),
            by.Operation,
            new IssuedCorrection(id, null, content.Kind, content.Sum.Gross, invoice),
            (answer, drawn) => answer with { Number = drawn.Number }
        );
    }

    private async Task<Refusal> NoDocument(InvoiceId invoice) =>
        aggregate.State.ManualDrafts.ContainsKey(invoice) ? BillingRefusals.NotFinalised()
        : aggregate.State.Drafts.ContainsKey(invoice)
        || await documents.FindSettled(Id, invoice) is not null
            ? BillingRefusals.NoDocumentYet()
        : CommonRefusals.NotFound("invoice");
}
