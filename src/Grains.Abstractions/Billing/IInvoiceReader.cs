namespace Elizon.Billing;

/// <summary>Invoices of a customer, from the record tables. Stateless.</summary>
[Alias("IInvoiceReader")]
public interface IInvoiceReader : IGrainWithIntegerKey
{
    /// <summary>Newest first; lapsed drafts are left out.</summary>
    [Alias("List")]
    Task<SliceOf<InvoiceView>> List(AccountId account, InvoiceStatus? status, OffsetRequest slice);

    /// <exception cref="Refusal">NotFound, also for another customer's invoice.</exception>
    [Alias("Find")]
    Task<InvoiceDetail> Find(AccountId account, InvoiceId invoice);

    /// <summary>
    /// The file of an issued document: rendered on first demand, kept for ever, never rendered again. A proforma is rendered each
    /// time, of a draft alone.
    /// </summary>
    /// <exception cref="Refusal">NotFound, also for another customer's; Conflict: a draft, or a proforma of what is issued.</exception>
    [Alias("Document")]
    Task<DocumentFile> Document(AccountId account, InvoiceId invoice, InvoiceFormat format);

    /// <summary>The documents that were issued from one day to another (both included), oldest first: what a download of all of them holds.</summary>
    /// <param name="from">Null for the first one.</param>
    /// <param name="to">Null for the last one.</param>
    [Alias("Issued")]
    Task<InvoiceId[]> Issued(AccountId account, DateOnly? from, DateOnly? to);
}
