using Elizon.Checkout;

namespace Elizon.Billing;

/// <summary>
/// What is done with an account's documents after they were issued, and how it wants them. Key: <see cref="AccountId"/>;
/// the same grain as <see cref="IAccountGrain"/>, which alone writes them. A command's reason is <see cref="Caller.Reason"/>.
/// </summary>
[Alias("IAccountInvoices")]
public interface IAccountInvoices : IGrainWithStringKey
{
    /// <summary>
    /// Issues a cancellation: all that is left of the invoice is taken back. What is open of it is set off, the rest goes
    /// to the balance. Services are not touched. The reason is printed.
    /// </summary>
    /// <exception cref="Refusal">NotFound; Conflict: a draft, a correction, or nothing is left; Invalid: no reason.</exception>
    [Alias("Cancel")]
    Task<IssuedCorrection> Cancel(InvoiceId invoice, Caller by);

    /// <summary>Issues a correction that takes amounts back from single lines; otherwise as <see cref="Cancel"/>.</summary>
    /// <exception cref="Refusal">As <see cref="Cancel"/>; Invalid: more than is left of a line.</exception>
    [Alias("Correct")]
    Task<IssuedCorrection> Correct(InvoiceId invoice, LineCorrection[] lines, Caller by);

    /// <summary>Pays a draft with money that came in outside of the platform: it gets its number, its services are ordered.</summary>
    /// <exception cref="Refusal">NotFound; Conflict when it is paid or lapsed; Invalid: no reason.</exception>
    [Alias("MarkPaid")]
    Task<InvoiceSummary> MarkPaid(InvoiceId invoice, Caller by);

    /// <summary>Sends the mail about an issued document again.</summary>
    /// <exception cref="Refusal">NotFound; Conflict for a draft.</exception>
    [Alias("Resend")]
    Task<ResentInvoice> Resend(InvoiceId invoice, Caller by);

    [Alias("Settings")]
    Task<InvoiceSettings> Settings();

    /// <summary>Holds for documents that are issued from now on.</summary>
    /// <exception cref="Refusal">Invalid: no address, or too long a reference.</exception>
    [Alias("ChangeSettings")]
    Task<InvoiceSettings> ChangeSettings(InvoiceSettings settings, Caller by);
}

/// <summary>A document that takes back.</summary>
/// <param name="Amount">Gross; negative.</param>
/// <param name="Corrects">The invoice it takes from.</param>
[GenerateSerializer, Immutable, Alias("IssuedCorrection")]
public sealed record IssuedCorrection(
    [property: Id(0)] InvoiceId Id,
    [property: Id(1)] string? Number,
    [property: Id(2)] InvoiceKind Kind,
    [property: Id(3)] Money Amount,
    [property: Id(4)] InvoiceId Corrects
);

/// <summary>A document whose mail was sent again.</summary>
[GenerateSerializer, Immutable, Alias("ResentInvoice")]
public sealed record ResentInvoice([property: Id(0)] InvoiceId Id, [property: Id(1)] string Number);

/// <summary>How a customer wants invoices. Personal data.</summary>
/// <param name="Email">Where they go; null for the customer's own address.</param>
/// <param name="Reference">What they name: a Leitweg-ID or an order number of the customer's own; null for none.</param>
[GenerateSerializer, Immutable, Alias("InvoiceSettings")]
public sealed record InvoiceSettings(
    [property: Id(0)] string? Email = null,
    [property: Id(1)] string? Reference = null
);
