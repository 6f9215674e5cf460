using Elizon.Grains.Outbox;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>Which mail a document causes.</summary>
internal enum DocumentMailKind
{
    /// <summary>A paid order is confirmed, with the number of its invoice.</summary>
    Order,

    /// <summary>The invoice is there.</summary>
    Invoice,

    /// <summary>The correction is there.</summary>
    Correction,
}

/// <summary>
/// A document was issued: tell the customer. The number is drawn after the commit's messages are written, so the
/// receiver (<see cref="InvoiceMailGrain"/>) reads it.
/// </summary>
[MessageName("account.document-mail")]
internal sealed record DocumentMail(InvoiceId Document, DocumentMailKind Kind) : Message
{
    /// <summary>Where the customer wants invoices; null for the customer's own address.</summary>
    public string? To { get; init; }

    public static Address Box(UserId customer) => new(InvoiceMailGrain.Kind, customer.Value);
}
