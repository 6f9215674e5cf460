using Elizon.Grains.Billing.Pricing;

namespace Elizon.Grains.Billing.Ledger;

/// <summary>Every movement that exists, one method each: what is debited, what is credited, under which key.</summary>
internal static class Movements
{
    /// <summary>Money at the provider becomes balance.</summary>
    public static Movement PaymentToBalance(string providerPayment, Money amount, string reason) =>
        new Movement(Received(providerPayment), reason)
            .Post(LedgerName.Mollie, -amount)
            .Post(LedgerName.Balance, amount);

    /// <summary>Money at the provider pays a document.</summary>
    public static Movement PaymentToInvoice(
        string providerPayment,
        InvoiceId invoice,
        Money amount
    ) =>
        new Movement(Received(providerPayment), "invoice paid", invoice)
            .Post(LedgerName.Mollie, -amount)
            .Post(LedgerName.Receivable, amount);

    /// <summary>Balance pays a document; for a correction (negative amount) it goes back to the balance.</summary>
    public static Movement BalanceToInvoice(InvoiceId invoice, Money amount) =>
        new Movement($"invoice/{invoice}/settled", "settled from balance", invoice)
            .Post(LedgerName.Balance, -amount)
            .Post(LedgerName.Receivable, amount);

    /// <summary>A document is issued: the customer owes it, revenue and VAT arise. A correction has negative amounts.</summary>
    public static Movement Issued(InvoiceId invoice, Amounts sum, TaxDecision tax) =>
        new Movement($"invoice/{invoice}/issued", "issued", invoice)
            .Post(LedgerName.Receivable, -sum.Gross)
            .Post(LedgerName.Revenue(tax.Country, tax.Rate), sum.Net)
            .Post(LedgerName.Vat(tax.Country, tax.Rate), sum.Tax);

    /// <summary>The house gives.</summary>
    public static Movement Credit(string id, Money amount, string reason) =>
        new Movement($"credit/{id}", reason)
            .Post(LedgerName.Goodwill, -amount)
            .Post(LedgerName.Balance, amount);

    /// <summary>The house pays for redeemed points; the balance pays on.</summary>
    public static Movement PointsToBalance(string key, Money amount, InvoiceId? invoice) =>
        new Movement($"points/{key}/redeemed", "points redeemed", invoice)
            .Post(LedgerName.Goodwill, -amount)
            .Post(LedgerName.Balance, amount);

    private static string Received(string providerPayment) => $"payment/{providerPayment}/received";
}
