using Elizon.Banking;
using Elizon.Grains.Banking.Camt;

namespace Elizon.Grains.Banking;

/// <summary>
/// The one writer of what the bank told about an account of the house. Key: the IBAN. Its turn is the place where a
/// transaction is known or new, so two imports at once book nothing twice.
/// </summary>
[Alias("IBankAccountInside")]
internal interface IBankAccountInside : IGrainWithStringKey
{
    /// <summary>Takes a statement: one commit with its transactions and the messages to their accounts. A second time changes nothing.</summary>
    [Alias("Take")]
    Task<StatementView> Take(BankStatement statement, Caller by);

    /// <summary>Gives a queued transaction to an account.</summary>
    /// <exception cref="Refusal">NotFound; Conflict when it does not wait.</exception>
    [Alias("Assign")]
    Task<BankTransactionView> Assign(
        BankTransactionId transaction,
        AccountId account,
        InvoiceId? invoice,
        Caller by
    );

    /// <summary>Takes a transaction out of the queue: it concerns no customer.</summary>
    [Alias("Ignore")]
    Task<BankTransactionView> Ignore(BankTransactionId transaction, Caller by);

    /// <summary>Sends a queued credit back to where it came from.</summary>
    [Alias("SendBack")]
    Task<BankTransactionView> SendBack(BankTransactionId transaction, Caller by);

    /// <summary>Puts the payouts that wait into one file. The same operation gives the same file.</summary>
    [Alias("ExportPayouts")]
    Task<PayoutFileView> ExportPayouts(Caller by);

    /// <summary>The bank did not take the file.</summary>
    [Alias("RejectPayouts")]
    Task<PayoutView[]> RejectPayouts(PayoutFileId file, Caller by);
}
