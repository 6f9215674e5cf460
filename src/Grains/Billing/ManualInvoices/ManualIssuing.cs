using Elizon.Billing;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Storage;
using Elizon.Identity;

namespace Elizon.Grains.Billing.ManualInvoices;

/// <summary>Issues an invoice by hand, in one change with its payment where the balance is to pay it and covers it.</summary>
internal static class ManualIssuing
{
    private static readonly string[] NumberInAnswer = ["number"];

    /// <exception cref="Refusal">Invalid: nothing is sold to the buyer's country.</exception>
    public static (Change<AccountState> Change, Money Total) Issue(
        AccountState state,
        AccountId account,
        ManualDraft draft,
        BillingProfile buyer,
        Caller by,
        House house,
        DateTimeOffset now
    )
    {
        var content = ManualContent
            .Of(draft.Invoice, account, buyer, house.DayOf(now), house)
            .For(state.Invoicing);
        var total = content.Sum.Gross;
        var open = Open(draft, content, house, now);
        var paid = open.Autopay && state.Balance >= total;
        content = content with
        {
            PaidBy = paid ? PaymentMethod.Guthaben : null,
            DueOn = paid ? content.IssuedOn : content.DueOn,
            Payment = paid
                ? PaymentInstruction.Balance
                : open.Instruction(state.SavedMethod, account, house, now),
        };
        var change = new Change<AccountState>(ManualDrafting.Without(state, draft))
            .Record(
                InvoiceRow.Of(
                    draft.Id,
                    account,
                    null,
                    InvoiceKind.Invoice,
                    content.Sum,
                    draft.Written
                )
            )
            .Record(ManualDrafting.Audit("invoice.finalised", draft, account, by))
            .Book(account, Movements.Issued(draft.Id, content.Sum, content.Tax), now)
            .Number(Numbers.For(draft.Id, account, content, house, now, NumberInAnswer))
            .Send(
                DocumentMail.Box(buyer.User),
                new DocumentMail(draft.Id, DocumentMailKind.Invoice) { To = state.Invoicing.Email }
            );
        return (
            paid
                ? change.PayAtOnce(account, draft.Id, total, house, now)
                : Paying.Put(change, open).Collect(account, open, house, now),
            total
        );
    }

    private static OpenInvoice Open(
        ManualDraft draft,
        InvoiceContent content,
        House house,
        DateTimeOffset now
    )
    {
        var dueAt = house.At(content.DueOn, house.TimeOf(now));
        return new OpenInvoice(
            draft.Id,
            null,
            0,
            null,
            content.Lines[0].Name,
            content.Sum.Gross,
            dueAt,
            draft.Invoice.Collect
        )
        {
            Locale = content.Language,
            NextAt = house.Dunning(null).At(0, dueAt),
        };
    }
}
