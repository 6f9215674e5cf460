using Elizon.Billing;
using Elizon.Checkout;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.ManualInvoices;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing;

/// <summary>Invoices that staff writes by hand.</summary>
internal sealed partial class AccountGrain : IManualInvoices
{
    public async Task<InvoiceSummary> Write(ManualInvoice invoice, Caller by)
    {
        if (await aggregate.Replay<InvoiceSummary>(by.Operation) is { } earlier)
            return earlier;
        var id = NewId.Of<InvoiceId>(by.Operation, chance);
        // Staff type the account: asking for the person keeps a slip from writing to nobody.
        var buyer = await Buyer();
        var change = ManualDrafting.Write(
            aggregate.State,
            Id,
            id,
            invoice,
            buyer,
            by,
            house,
            clock.GetUtcNow()
        );
        return await Drafted(change, id, by);
    }

    public async Task<InvoiceSummary> Rewrite(InvoiceId draft, ManualInvoice invoice, Caller by)
    {
        if (await aggregate.Replay<InvoiceSummary>(by.Operation) is { } earlier)
            return earlier;
        var buyer = await Buyer();
        var change = ManualDrafting.Rewrite(
            aggregate.State,
            Id,
            await ByHand(draft),
            invoice,
            buyer,
            by,
            house,
            clock.GetUtcNow()
        );
        return await Drafted(change, draft, by);
    }

    public async Task<InvoiceSummary> Discard(InvoiceId draft, Caller by)
    {
        if (await aggregate.Replay<InvoiceSummary>(by.Operation) is { } earlier)
            return earlier;
        var written = await ByHand(draft);
        return await aggregate.Commit(
            ManualDrafting.Discard(aggregate.State, Id, written, by, clock.GetUtcNow()),
            by.Operation,
            SummaryOf(written)
        );
    }

    public async Task<InvoiceSummary> Finalise(InvoiceId draft, Caller by)
    {
        if (await aggregate.Replay<InvoiceSummary>(by.Operation) is { } earlier)
            return earlier;
        var buyer = await Buyer();
        var written = await ByHand(draft);
        var (change, total) = ManualIssuing.Issue(
            aggregate.State,
            Id,
            written,
            buyer,
            by,
            house,
            clock.GetUtcNow()
        );
        var open = change.Next.OpenInvoices.ContainsKey(draft);
        return await aggregate.Commit(
            change,
            by.Operation,
            SummaryOf(written) with
            {
                Status = open ? InvoiceStatus.Open : InvoiceStatus.Paid,
                Total = total,
            },
            (answer, drawn) => answer with { Number = drawn.Number }
        );
    }

    private Task<InvoiceSummary> Drafted(Change<AccountState> change, InvoiceId id, Caller by) =>
        aggregate.Commit(change, by.Operation, SummaryOf(change.Next.ManualDrafts[id]));

    private static InvoiceSummary SummaryOf(ManualDraft draft) =>
        new(draft.Id, null, InvoiceStatus.Draft, draft.Shown.Sum.Gross);

    private async Task<ManualDraft> ByHand(InvoiceId draft)
    {
        if (aggregate.State.ManualDrafts.TryGetValue(draft, out var written))
            return written;
        if (aggregate.State.Drafts.ContainsKey(draft))
            throw BillingRefusals.OfOrder();
        throw await documents.FindSettled(Id, draft) == SettledDraft.Issued
            ? BillingRefusals.Finalised()
            : CommonRefusals.NotFound("invoice");
    }
}
