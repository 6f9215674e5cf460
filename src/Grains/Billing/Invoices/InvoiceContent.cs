using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Elizon.Billing;
using Elizon.Grains.Billing.Pricing;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>
/// All that is printed on a document but its number: frozen at issue, hashed, kept as text. The PDF and the
/// e-invoice are made from it alone (invoicing sheet, sections 2 and 4). What was added later has a default for the documents before.
/// </summary>
/// <param name="Language">"de" or "en".</param>
/// <param name="CustomerNumber">The account id.</param>
/// <param name="Order">What it charges was ordered so; null for an invoice by hand.</param>
/// <param name="DueOn">Day by which it is to be paid.</param>
/// <param name="PaidBy">How it was paid; null while it is not.</param>
/// <param name="Corrects">For a correction or cancellation: the document it takes back.</param>
/// <param name="Reason">For those: why, in the document's language.</param>
internal sealed record InvoiceContent(
    InvoiceKind Kind,
    string Language,
    string Currency,
    SellerOptions Seller,
    InvoiceParty Buyer,
    string CustomerNumber,
    OrderId? Order,
    DateOnly IssuedOn,
    DateOnly DueOn,
    ImmutableArray<ContentLine> Lines,
    ImmutableArray<TaxGroup> Taxes,
    Amounts Sum,
    TaxDecision Tax,
    PaymentMethod? PaidBy,
    CorrectedDocument? Corrects,
    string? Reason
)
{
    /// <summary>How the amount is to be paid or was paid; null in older documents, where <see cref="PaidBy"/> tells.</summary>
    public PaymentInstruction? Payment { get; init; }

    public string ToText() => Json.Write(this);

    public static InvoiceContent Parse(string text) => Json.Read<InvoiceContent>(text);

    public static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}

/// <summary>A line as printed. A correction has a negative quantity and a positive price (BR-27).</summary>
/// <param name="UnitPrice">Before the discount, tax included where there is any.</param>
internal sealed record ContentLine(
    int Position,
    string Name,
    string Description,
    int Quantity,
    Money UnitPrice,
    Amounts Sum,
    DateOnly? PeriodFrom,
    DateOnly? PeriodTo
)
{
    /// <summary>Taken off the line, tax included: price by quantity less this is the sum.</summary>
    public Money Discount { get; init; }

    /// <summary>In a document that takes back: the position of the original that this line takes from.</summary>
    public int? Takes { get; init; }
}

/// <summary>The sums of one rate.</summary>
/// <param name="Category">EN 16931: S standard rate, AE reverse charge, O not subject to VAT, E exempt.</param>
internal sealed record TaxGroup(string Category, decimal Rate, Amounts Sum)
{
    /// <summary>Why no tax is charged, in the document's language; null where some is (and in older documents).</summary>
    public string? ExemptionReason { get; init; }

    /// <summary>VATEX code of that reason where there is one.</summary>
    public string? ExemptionCode { get; init; }

    public static TaxGroup Of(TaxDecision tax, Amounts sum, string language) =>
        new(tax.Category, tax.Rate, sum)
        {
            ExemptionReason = ExemptionReasons.Of(tax, language),
            ExemptionCode = tax.ExemptionCode,
        };
}

/// <summary>What a correction refers to.</summary>
internal sealed record CorrectedDocument(InvoiceId Id, string Number, DateOnly IssuedOn);
