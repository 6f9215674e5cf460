namespace Elizon.Grains.Billing.Invoices;

/// <summary>All that an invoice file shows.</summary>
internal sealed record InvoiceDocument(
    string Number,
    DateTimeOffset IssuedAt,
    InvoiceContent Content
);
