using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Renewals;

/// <summary>Takes open invoices back.</summary>
internal static class OpenInvoices
{
    /// <summary>A cancellation document takes the whole invoice back to the cent; what was paid of it goes to the balance.</summary>
    public static Change<AccountState> Cancel(
        AccountState state,
        AccountId account,
        OpenInvoice open,
        IssuedDocument original,
        House house,
        DateTimeOffset now
    )
    {
        var id = NewId.Derived<InvoiceId>($"{open.Id}/cancelled");
        var content = Content(open, original, house.DayOf(now));
        var change = new Change<AccountState>(
            state with
            {
                OpenInvoices = state.OpenInvoices.Remove(open.Id),
            }
        )
            .Record(
                InvoiceRow.Of(
                    id,
                    account,
                    original.Content.Order,
                    content.Kind,
                    content.Sum,
                    now
                ) with
                {
                    Corrects = original.Id,
                }
            )
            .Book(account, Movements.Issued(id, content.Sum, content.Tax), now)
            .Number(Numbers.For(id, account, content, house, now, null));
        return GiveBack(change, account, id, open.Paid, now)
            .Send(
                DocumentMail.Box(UserId.Of(account.Value)),
                new DocumentMail(id, DocumentMailKind.Correction)
            );
    }

    private static InvoiceContent Content(OpenInvoice open, IssuedDocument original, DateOnly day)
    {
        var content = CorrectionContent.Cancel(
            original,
            Remainder.Of(original.Content, []),
            InvoiceWords.ContractEnded(original.Content.Language),
            day
        );
        return open.Paid > Money.Zero
            ? content
            : content with
            {
                PaidBy = null,
                Payment = new PaymentInstruction(PaymentMeans.SetOff),
            };
    }

    private static Change<AccountState> GiveBack(
        Change<AccountState> change,
        AccountId account,
        InvoiceId cancellation,
        Money paid,
        DateTimeOffset now
    )
    {
        if (paid == Money.Zero)
            return change;
        var back = Movements.BalanceToInvoice(cancellation, -paid);
        return change
            .Book(account, back, now)
            .Record(new AllocationRow(back.Effect, account, cancellation, -paid, "balance", now));
    }
}
