using Elizon.Billing;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>An issued invoice, what earlier documents left of it, and what is not paid of it yet.</summary>
internal sealed record CorrectedInvoice(IssuedDocument Document, Remainder Left, Money Open)
{
    /// <param name="takers">The content of the documents that took from it.</param>
    /// <param name="paid">What was allocated to it, set-offs among it.</param>
    public static CorrectedInvoice Of(
        IssuedDocument document,
        IEnumerable<InvoiceContent> takers,
        Money paid
    ) =>
        new(
            document,
            Remainder.Of(document.Content, takers),
            document.Content.Sum.Gross - paid is var open && open > Money.Zero ? open : Money.Zero
        );

    /// <exception cref="Refusal">Conflict: it takes back itself.</exception>
    public CorrectedInvoice Guard() =>
        Document.Content.Kind.TakesBack() ? throw BillingRefusals.NotCorrectable() : this;
}
