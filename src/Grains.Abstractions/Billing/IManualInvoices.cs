using Elizon.Checkout;

namespace Elizon.Billing;

/// <summary>
/// Invoices that staff writes by hand: a draft without number, which the customer does not see, until it is finalised. Key:
/// <see cref="AccountId"/>; the same grain as <see cref="IAccountGrain"/>.
/// </summary>
[Alias("IManualInvoices")]
public interface IManualInvoices : IGrainWithStringKey
{
    /// <summary>Keeps a draft. It lapses when nobody touches it for 60 days.</summary>
    /// <exception cref="Refusal">NotFound: no such person; Invalid with every fault named; Conflict: too many drafts.</exception>
    [Alias("Write")]
    Task<InvoiceSummary> Write(ManualInvoice invoice, Caller by);

    /// <summary>Makes a draft another one.</summary>
    /// <exception cref="Refusal">As <see cref="Write"/>; Conflict: it is finalised, or the invoice of an order.</exception>
    [Alias("Rewrite")]
    Task<InvoiceSummary> Rewrite(InvoiceId draft, ManualInvoice invoice, Caller by);

    /// <summary>Throws a draft away.</summary>
    /// <exception cref="Refusal">NotFound; Conflict: it is finalised, or the invoice of an order.</exception>
    [Alias("Discard")]
    Task<InvoiceSummary> Discard(InvoiceId draft, Caller by);

    /// <summary>
    /// Issues the invoice: number, document, mail. It is due as the draft says. One that is collected is paid from the balance at
    /// once where that covers it, else by the saved payment method.
    /// </summary>
    /// <exception cref="Refusal">NotFound; Conflict: it is finalised, or the invoice of an order; Invalid: nothing is sold to the customer's country.</exception>
    [Alias("Finalise")]
    Task<InvoiceSummary> Finalise(InvoiceId draft, Caller by);
}

/// <summary>What an invoice by hand charges.</summary>
/// <param name="Lines">1 to 100.</param>
/// <param name="From">First day of the supply, which the tax is decided by; null: the day of issue.</param>
/// <param name="Until">Last day of the supply; null: the first.</param>
/// <param name="DueInDays">0 to 90, from the day of issue.</param>
/// <param name="Collect">Balance and saved payment method pay it; false: it waits for the customer.</param>
[GenerateSerializer, Immutable, Alias("ManualInvoice")]
public sealed record ManualInvoice(
    [property: Id(0)] ManualLine[] Lines,
    [property: Id(1)] DateOnly? From = null,
    [property: Id(2)] DateOnly? Until = null,
    [property: Id(3)] int DueInDays = 14,
    [property: Id(4)] bool Collect = false
);

/// <summary>A line of an invoice by hand.</summary>
/// <param name="Name">1 to 200 characters.</param>
/// <param name="UnitPrice">Euros above zero, with the home country's VAT as catalogue prices are; where no VAT is due it is taken out.</param>
/// <param name="Quantity">1 to 10,000.</param>
/// <param name="Description">At most 500 characters.</param>
[GenerateSerializer, Immutable, Alias("ManualLine")]
public sealed record ManualLine(
    [property: Id(0)] string Name,
    [property: Id(1)] Money UnitPrice,
    [property: Id(2)] int Quantity = 1,
    [property: Id(3)] string? Description = null
);
