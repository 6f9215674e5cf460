using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Renewals;

/// <summary>Takes invoices of periods back.</summary>
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
            : new Change<AccountState>(
                state with
                {
                    OpenInvoices = state.OpenInvoices.Remove(original.Document.Id),
                }
            ).TakeBack(
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

    /// <summary>An open invoice bears less: a document took a part of it back.</summary>
    public static Change<AccountState> Reduce(
        this Change<AccountState> change,
        InvoiceId invoice,
        Money taken
    ) =>
        change.Next.OpenInvoices.TryGetValue(invoice, out var open)
            ? Paying.Put(change, open with { Total = open.Total - taken })
            : change;
}
