using Elizon.Grains.Billing.Pricing;
using Elizon.Grains.Billing.Renewals;

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
    /// <param name="key">Of an invoice that is paid again; null the first time.</param>
    public static Movement BalanceToInvoice(InvoiceId invoice, Money amount, string? key = null) =>
        new Movement($"invoice/{key ?? invoice.Value}/settled", "settled from balance", invoice)
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
    /// <param name="key">Of an invoice that is paid again; null the first time.</param>
    public static Movement HandToInvoice(
        InvoiceId invoice,
        Money amount,
        string reason,
        string? key = null
    ) =>
        new Movement($"invoice/{key ?? invoice.Value}/by-hand", reason, invoice)
            .Post(LedgerName.ByHand, -amount)
            .Post(LedgerName.Receivable, amount);

    /// <summary>A stage of dunning costs.</summary>
    public static Movement DunningFee(OpenInvoice open, int stage, Money fee) =>
        new Movement($"invoice/{open.Key}/dunning/{stage}", "dunning fee", open.Id)
            .Post(LedgerName.Fees, -fee)
            .Post(LedgerName.Damages, fee);

    /// <summary>Fees are let go.</summary>
    public static Movement DunningFeeWaived(OpenInvoice open) =>
        new Movement($"invoice/{open.Key}/dunning/waived", "dunning fee waived", open.Id)
            .Post(LedgerName.Damages, -open.Fees)
            .Post(LedgerName.Fees, open.Fees);

    /// <summary>The money that pays an invoice pays its fees of dunning too.</summary>
    /// <param name="from">The ledger it comes from.</param>
    public static Movement AndFees(this Movement movement, string from, Money fees) =>
        movement.Post(from, -fees).Post(LedgerName.Fees, fees);

    /// <summary>The house gives.</summary>
    public static Movement Credit(string id, Money amount, string reason) =>
        new Movement($"credit/{id}", reason)
            .Post(LedgerName.Goodwill, -amount)
            .Post(LedgerName.Balance, amount);

    /// <summary>The house takes.</summary>
    public static Movement Debit(string id, Money amount, string reason) =>
        new Movement($"debit/{id}", reason)
            .Post(LedgerName.Balance, -amount)
            .Post(LedgerName.Goodwill, amount);

    /// <summary>The bank took back what had become balance.</summary>
    public static Movement ChargebackOfBalance(string chargeback, Money amount) =>
        new Movement(ChargedBack(chargeback), "charged back") { MayOverdraw = true }
            .Post(LedgerName.Balance, -amount)
            .Post(LedgerName.Mollie, amount);

    /// <summary>The bank took back what had paid a document: it is owed again.</summary>
    public static Movement ChargebackOfInvoice(
        string chargeback,
        InvoiceId invoice,
        Money amount
    ) =>
        new Movement(ChargedBack(chargeback), "charged back", invoice)
            .Post(LedgerName.Receivable, -amount)
            .Post(LedgerName.Mollie, amount);

    /// <summary>The bank gave back what had paid a document that was paid otherwise since.</summary>
    public static Movement ReversedToBalance(string chargeback, Money amount) =>
        new Movement($"{ChargedBack(chargeback)}/reversed", "chargeback reversed")
            .Post(LedgerName.Mollie, -amount)
            .Post(LedgerName.Balance, amount);

    /// <summary>The bank gave it back: the same the other way round.</summary>
    public static Movement Reversed(this Movement chargeback) =>
        new Movement($"{chargeback.Effect}/reversed", "chargeback reversed", chargeback.Invoice)
        {
            Sides = chargeback.Sides.ConvertAll(s => (s.Ledger, -s.Amount)),
        };

    /// <summary>Money for a refund is set aside: from the balance, or from the document it had paid.</summary>
    public static Movement RefundTaken(string refund, InvoiceId? invoice, Money amount) =>
        new Movement(Taken(refund), "refund", invoice)
            .Post(invoice is null ? LedgerName.Balance : LedgerName.Receivable, -amount)
            .Post(LedgerName.Refunds, amount);

    /// <summary>What had paid a document goes to the balance.</summary>
    public static Movement RefundToBalance(string refund, InvoiceId invoice, Money amount) =>
        new Movement(Taken(refund), "refund to the balance", invoice)
            .Post(LedgerName.Receivable, -amount)
            .Post(LedgerName.Balance, amount);

    /// <summary>The provider gave it back to the payer.</summary>
    public static Movement RefundMade(string refund, Money amount) =>
        new Movement($"refund/{refund}/made", "refunded")
            .Post(LedgerName.Refunds, -amount)
            .Post(LedgerName.Mollie, amount);

    /// <summary>
    /// A refund that was made at the provider's own pages: from the balance as far as it goes, the rest is the house's.
    /// </summary>
    public static Movement RefundFound(string refund, Money amount, Money balance)
    {
        var taken = AtMost(amount, balance);
        return new Movement($"refund/{refund}/made", "refunded at the provider")
            .Post(LedgerName.Balance, -taken)
            .Post(LedgerName.Goodwill, taken - amount)
            .Post(LedgerName.Mollie, amount);
    }

    /// <summary>A refund to the balance was more than was left of the payment: back as far as the balance goes, the rest is the house's.</summary>
    public static Movement RefundTakenBack(
        string refund,
        InvoiceId invoice,
        Money amount,
        Money balance
    )
    {
        var taken = AtMost(amount, balance);
        return new Movement($"refund/{refund}/returned", "refund failed", invoice)
            .Post(LedgerName.Balance, -taken)
            .Post(LedgerName.Goodwill, taken - amount)
            .Post(LedgerName.Receivable, amount);
    }

    /// <summary>A refund will not happen: what was set aside goes back to where it came from.</summary>
    public static Movement RefundReturned(string refund, InvoiceId? invoice, Money amount) =>
        new Movement($"refund/{refund}/returned", "refund failed", invoice)
            .Post(LedgerName.Refunds, -amount)
            .Post(invoice is null ? LedgerName.Balance : LedgerName.Receivable, amount);

    /// <summary>A refund will not happen, and its document was paid otherwise since.</summary>
    public static Movement RefundReturnedToBalance(string refund, Money amount) =>
        new Movement($"refund/{refund}/returned", "refund failed")
            .Post(LedgerName.Refunds, -amount)
            .Post(LedgerName.Balance, amount);

    /// <summary>The effect under which money of the provider was booked.</summary>
    public static string Received(string providerPayment) => $"payment/{providerPayment}/received";

    /// <summary>The effect under which money of a refund was set aside.</summary>
    public static string Taken(string refund) => $"refund/{refund}/taken";

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

    private static Money AtMost(Money amount, Money balance) =>
        balance <= Money.Zero ? Money.Zero
        : balance < amount ? balance
        : amount;

    private static string ChargedBack(string chargeback) => $"chargeback/{chargeback}";
}
