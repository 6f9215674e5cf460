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

    /// <summary>
    /// What a correction owes the customer pays what is open of the invoice it corrects: one movement per document, so
    /// that each document's entries say what was paid of it.
    /// </summary>
    public static (Movement Taken, Movement Given) SetOff(
        InvoiceId invoice,
        InvoiceId correction,
        Money amount
    ) =>
        (
            new Movement($"invoice/{correction}/set-off/invoice", "set off", invoice)
                .Post(LedgerName.SetOff, -amount)
                .Post(LedgerName.Receivable, amount),
            new Movement($"invoice/{correction}/set-off", "set off", correction)
                .Post(LedgerName.SetOff, amount)
                .Post(LedgerName.Receivable, -amount)
        );

    /// <summary>Money that staff saw come in pays a document.</summary>
    public static Movement HandToInvoice(InvoiceId invoice, Money amount, string reason) =>
        new Movement($"invoice/{invoice}/by-hand", reason, invoice)
            .Post(LedgerName.ByHand, -amount)
            .Post(LedgerName.Receivable, amount);

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

    /// <summary>A bank transfer becomes balance.</summary>
    public static Movement TransferToBalance(BankTransactionId transfer, Money amount) =>
        new Movement($"transfer/{transfer}/received", "bank transfer")
            .Post(LedgerName.Bank, -amount)
            .Post(LedgerName.Balance, amount);

    /// <summary>A bank transfer pays a document; what it brings beyond that becomes balance.</summary>
    public static Movement TransferToInvoice(
        BankTransactionId transfer,
        InvoiceId invoice,
        Money owed,
        Money amount
    ) =>
        new Movement($"transfer/{transfer}/received", "invoice paid by bank transfer", invoice)
            .Post(LedgerName.Bank, -amount)
            .Post(LedgerName.Receivable, owed)
            .Post(LedgerName.Balance, amount - owed);

    /// <summary>The bank took a transfer back: the customer owes it again.</summary>
    public static Movement TransferReturned(
        BankTransactionId transfer,
        Money amount,
        string reason
    ) =>
        new Movement($"transfer/{transfer}/returned", $"bank transfer returned: {reason}")
        {
            MayOverdraw = true,
        }
            .Post(LedgerName.Bank, amount)
            .Post(LedgerName.Balance, -amount);

    /// <summary>Balance leaves for a person; until the bank is done the house owes it on the way.</summary>
    public static Movement PayoutRequested(PayoutId payout, Money amount) =>
        new Movement($"payout/{payout}/requested", "balance paid out")
            .Post(LedgerName.Balance, -amount)
            .Post(LedgerName.Payouts, amount);

    /// <summary>The bank carried a payout out.</summary>
    public static Movement PayoutDone(PayoutId payout, Money amount) =>
        new Movement($"payout/{payout}/done", "payout carried out")
            .Post(LedgerName.Payouts, -amount)
            .Post(LedgerName.Bank, amount);

    /// <summary>A payout came back, or never left: it is balance again.</summary>
    public static Movement PayoutFailed(PayoutId payout, Money amount, bool atBank) =>
        new Movement($"payout/{payout}/failed", "payout failed")
            .Post(atBank ? LedgerName.Bank : LedgerName.Payouts, -amount)
            .Post(LedgerName.Balance, amount);

    private static string Received(string providerPayment) => $"payment/{providerPayment}/received";
}
