using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Storage;
using Elizon.Grains.Subscriptions;

namespace Elizon.Grains.Billing.Renewals;

/// <summary>Takes open invoices back.</summary>
internal static class OpenInvoices
{
    /// <summary>
    /// A cancellation document takes back what is left of the invoice, to the cent. What was paid of it, be it that payment and
    /// end of the contract crossed, goes to the balance. Null when nothing is left.
    /// </summary>
    /// <param name="reason">Printed on it, by language.</param>
    public static Change<AccountState>? Withdraw(
        AccountState state,
        AccountId account,
        CorrectedInvoice? original,
        Func<string, string> reason,
        House house,
        DateTimeOffset now
    ) =>
        original is null or { Left.Gone: true }
            ? null
            : Forget(state, account, original.Document.Id, now)
                .TakeBack(
                    account,
                    NewId.Derived<InvoiceId>($"{original.Document.Id}/cancelled"),
                    original,
                    CorrectionContent.Cancel(
                        original.Document,
                        original.Left,
                        reason(original.Document.Content.Language),
                        house.DayOf(now)
                    ),
                    house,
                    now,
                    null
                );

    /// <summary>
    /// An open invoice bears less: a document took a part of it back. One by hand, or whose money had gone back, is settled when
    /// nothing is left; its service goes on.
    /// </summary>
    public static Change<AccountState> Reduce(
        this Change<AccountState> change,
        AccountId account,
        InvoiceId invoice,
        Money taken,
        DateTimeOffset now
    )
    {
        if (!change.Next.OpenInvoices.TryGetValue(invoice, out var open) || taken == Money.Zero)
            return change;
        return (open.Reopened || open.Service is null) && taken >= open.Total
            ? change
                .Waive(account, open, now)
                .Close(open)
                .Tell(open, new RenewalPaid(open.Id, open.Period))
            : Paying.Put(change, open with { Total = open.Total - taken });
    }

    private static Change<AccountState> Forget(
        AccountState state,
        AccountId account,
        InvoiceId invoice,
        DateTimeOffset now
    )
    {
        var change = new Change<AccountState>(state);
        return state.OpenInvoices.TryGetValue(invoice, out var open)
            ? change.Waive(account, open, now).Close(open)
            : change;
    }
}
