namespace Elizon.Grains.Billing.Renewals;

/// <summary>When invoices of periods are collected by SEPA direct debit, section "Billing:DirectDebit".</summary>
public sealed class DirectDebitOptions
{
    /// <summary>Days before the paid time ends at which the debit is handed in: a bank takes some to pay it. 0 to 30.</summary>
    public int LeadDays { get; set; } = 5;

    /// <summary>
    /// Days between the notice to the payer and the debit, 1 to 60. SEPA Core asks for 14 where the terms agree on no fewer.
    /// </summary>
    public int NoticeDays { get; set; } = 14;
}
