namespace Elizon.Banking;

/// <summary>What staff do with the house's bank account. Stateless.</summary>
[Alias("IBankAdmin")]
public interface IBankAdmin : IGrainWithIntegerKey
{
    /// <summary>
    /// Takes the statements of a camt.053 file (.02 or .08), each whole or not at all. What was told before changes
    /// nothing, in whichever file it comes again.
    /// </summary>
    /// <exception cref="Refusal">Invalid: the file is no camt.053.</exception>
    [Alias("Import")]
    Task<StatementView[]> Import(byte[] file, Caller by);

    /// <summary>Newest first, with gaps between them.</summary>
    [Alias("Statements")]
    Task<PageOf<StatementView>> Statements(PageRequest page);

    /// <summary>Newest first; the queue is the status QUEUED.</summary>
    [Alias("Transactions")]
    Task<PageOf<BankTransactionView>> Transactions(
        BankTransactionStatus? status,
        AccountId? account,
        PageRequest page
    );

    /// <summary>Books a queued credit for an account; names the invoice it pays, else it becomes balance.</summary>
    /// <exception cref="Refusal">NotFound, Conflict.</exception>
    [Alias("Assign")]
    Task<BankTransactionView> Assign(
        BankTransactionId transaction,
        AccountId account,
        InvoiceId? invoice,
        Caller by
    );

    /// <exception cref="Refusal">NotFound, Conflict.</exception>
    [Alias("Ignore")]
    Task<BankTransactionView> Ignore(BankTransactionId transaction, Caller by);

    /// <summary>Sends a queued credit back to where it came from, with the next file of payouts.</summary>
    /// <exception cref="Refusal">NotFound, Conflict.</exception>
    [Alias("SendBack")]
    Task<BankTransactionView> SendBack(BankTransactionId transaction, Caller by);

    [Alias("Payouts")]
    Task<PageOf<PayoutView>> Payouts(PayoutStatus? status, PageRequest page);

    /// <summary>Puts the payouts that wait into one file for the bank.</summary>
    /// <exception cref="Refusal">Conflict when none waits.</exception>
    [Alias("ExportPayouts")]
    Task<PayoutFileView> ExportPayouts(Caller by);

    /// <summary>The file, pain.001.001.09.</summary>
    /// <exception cref="Refusal">NotFound.</exception>
    [Alias("PayoutFile")]
    Task<Elizon.Billing.DocumentFile> PayoutFile(PayoutFileId file);

    /// <summary>The bank did not take the file: what is in it goes back to the balances.</summary>
    /// <exception cref="Refusal">NotFound, Conflict.</exception>
    [Alias("RejectPayouts")]
    Task<PayoutView[]> RejectPayouts(PayoutFileId file, Caller by);
}
