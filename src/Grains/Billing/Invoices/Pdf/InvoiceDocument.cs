namespace Elizon.Grains.Billing.Invoices;

/// <summary>All that an invoice file shows.</summary>
internal sealed record InvoiceDocument(
    string Number,
    DateTimeOffset IssuedAt,
    InvoiceContent Content
)
{
    /// <summary>Of a draft: without a number, a sum to transfer or an e-invoice.</summary>
    public bool IsProforma { get; init; }

    /// <summary>What it is, and its number where it has one.</summary>
    public string Heading(InvoiceLabels labels) =>
        IsProforma ? labels.Proforma : $"{labels.Title(Content.Kind)} {Number}";
}
