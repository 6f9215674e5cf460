using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Renewals;

/// <summary>Takes open invoices back.</summary>
internal static class OpenInvoices
{
    /// <summary>Null when it never was.</summary>
    public static Change<AccountState>? Withdraw(
        AccountState state,
        AccountId account,
        RenewalWithdrawn withdrawn,
        IssuedDocument? original,
        House house,
        DateTimeOffset now
    ) =>
        original is null ? null
        : state.OpenInvoices.TryGetValue(withdrawn.Invoice, out var open)
            ? Cancel(state, account, original, open.Paid, house, now)
        // It was paid while the contract ended: the messages crossed.
        : Cancel(state, account, original, original.Content.Sum.Gross, house, now);

    /// <summary>A cancellation document takes the whole invoice back to the cent; what was paid of it goes to the balance.</summary>
    public static Change<AccountState> Cancel(
        AccountState state,
        AccountId account,
        IssuedDocument original,
        Money paid,
        House house,
        DateTimeOffset now
    )
    {
        var id = NewId.Derived<InvoiceId>($"{original.Id}/cancelled");
        var content = Content(original, paid, house.DayOf(now));
        var change = new Change<AccountState>(
            state with
            {
                OpenInvoices = state.OpenInvoices.Remove(original.Id),
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
        return GiveBack(change, account, id, paid, now)
            .Send(
                DocumentMail.Box(UserId.Of(account.Value)),
                new DocumentMail(id, DocumentMailKind.Correction)
            );
    }

    private static InvoiceContent Content(IssuedDocument original, Money paid, DateOnly day)
    {
        var content = CorrectionContent.Cancel(
            original,
            Remainder.Of(original.Content, []),
            InvoiceWords.ContractEnded(original.Content.Language),
            day
        );
        return paid > Money.Zero
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
