namespace Elizon.Grains.Billing.Invoices;

/// <summary>What a draft would say as it stands. It has no number and never will: the invoice gets one when it is issued.</summary>
/// <param name="At">When it was asked for.</param>
internal sealed record ProformaDocument(InvoiceContent Content, DateTimeOffset At);
