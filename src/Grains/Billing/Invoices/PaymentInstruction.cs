using Elizon.Billing;
using Elizon.Grains.Banking;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>By what means the amount of a document is paid.</summary>
internal enum PaymentMeans
{
    /// <summary>Taken from the balance; what a document takes back goes there.</summary>
    Balance,

    /// <summary>Set off against the open invoice that is corrected; a rest goes to the balance.</summary>
    SetOff,

    /// <summary>At the payment provider's page.</summary>
    Online,

    /// <summary>The buyer transfers it to the seller's account.</summary>
    Transfer,

    /// <summary>The seller collects it under a SEPA mandate.</summary>
    DirectDebit,
}

/// <summary>How the amount of a document is to be paid or was paid; frozen with the document.</summary>
internal sealed record PaymentInstruction(PaymentMeans Means)
{
    public static readonly PaymentInstruction Balance = new(PaymentMeans.Balance);

    /// <summary>What the payer quotes at a transfer, such as "RF89ELZ0001234"; null for the customer's own.</summary>
    public string? Reference { get; init; }

    /// <summary>Reference of the mandate of a direct debit.</summary>
    public string? Mandate { get; init; }

    /// <summary>Day on which the account is debited; null in documents of before it was frozen: when the amount is due.</summary>
    public DateOnly? DebitOn { get; init; }

    /// <summary>The last four characters of the account that is debited; null when unknown.</summary>
    public string? DebtorEnding { get; init; }

    /// <summary>The account that is debited, masked or whole as the mandate shows it.</summary>
    public string? DebtorIban { get; init; }

    /// <summary>For documents that were issued before instructions were frozen: what <see cref="InvoiceContent.PaidBy"/> says.</summary>
    public static PaymentInstruction Of(InvoiceContent content)
    {
        var account = AccountId.Of(content.CustomerNumber);
        var payment =
            content.Payment
            ?? content.PaidBy switch
            {
                PaymentMethod.Guthaben => Balance,
                PaymentMethod.Mollie => new PaymentInstruction(PaymentMeans.Online),
                _ => Transfer(account),
            };
        return payment is { Means: PaymentMeans.Transfer, Reference: null }
            ? Transfer(account)
            : payment;
    }

    /// <summary>By transfer, with the customer's own reference: whatever comes in under it finds the account.</summary>
    public static PaymentInstruction Transfer(AccountId account) =>
        new(PaymentMeans.Transfer) { Reference = PayerReference.Of(account) };
}
