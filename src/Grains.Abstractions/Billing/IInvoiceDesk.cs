using Elizon.Checkout;

namespace Elizon.Billing;

/// <summary>Invoices of all customers, for staff. Stateless: finds whose an invoice is and hands on. Takes an id or a number.</summary>
[Alias("IInvoiceDesk")]
public interface IInvoiceDesk : IGrainWithIntegerKey
{
    /// <summary>Newest first; lapsed drafts are left out.</summary>
    [Alias("List")]
    Task<PageOf<StaffInvoiceView>> List(
        AccountId? account,
        InvoiceStatus? status,
        PageRequest page
    );

    /// <inheritdoc cref="IAccountInvoices.Cancel"/>
    [Alias("Cancel")]
    Task<IssuedCorrection> Cancel(InvoiceId invoice, Caller by);

    /// <inheritdoc cref="IAccountInvoices.Correct"/>
    [Alias("Correct")]
    Task<IssuedCorrection> Correct(InvoiceId invoice, LineCorrection[] lines, Caller by);

    /// <inheritdoc cref="IAccountInvoices.MarkPaid"/>
    [Alias("MarkPaid")]
    Task<InvoiceSummary> MarkPaid(InvoiceId invoice, Caller by);

    /// <inheritdoc cref="IAccountInvoices.Resend"/>
    [Alias("Resend")]
    Task<ResentInvoice> Resend(InvoiceId invoice, Caller by);

    /// <inheritdoc cref="IManualInvoices.Rewrite"/>
    [Alias("Rewrite")]
    Task<InvoiceSummary> Rewrite(InvoiceId draft, ManualInvoice invoice, Caller by);

    /// <inheritdoc cref="IManualInvoices.Discard"/>
    [Alias("Discard")]
    Task<InvoiceSummary> Discard(InvoiceId draft, Caller by);

    /// <inheritdoc cref="IManualInvoices.Finalise"/>
    [Alias("Finalise")]
    Task<InvoiceSummary> Finalise(InvoiceId draft, Caller by);

    /// <inheritdoc cref="IInvoiceReader.Document"/>
    [Alias("Document")]
    Task<DocumentFile> Document(InvoiceId invoice, InvoiceFormat format);
}

/// <summary>An invoice with whose it is.</summary>
[GenerateSerializer, Immutable, Alias("StaffInvoiceView")]
public sealed record StaffInvoiceView(
    [property: Id(0)] AccountId Account,
    [property: Id(1)] InvoiceView Invoice
);
