namespace Elizon.Billing;

/// <summary>An invoice in a list. Amounts in euros.</summary>
/// <param name="Number">Null for a draft.</param>
/// <param name="Paid">What was allocated to it.</param>
/// <param name="IssuedOn">Day of issue in the house's zone; null for a draft.</param>
/// <param name="PayableUntil">Until when a draft can be paid; null once issued.</param>
/// <param name="Corrects">For a correction: the invoice it corrects.</param>
[GenerateSerializer, Immutable, Alias("InvoiceView")]
public record InvoiceView(
    [property: Id(0)] InvoiceId Id,
    [property: Id(1)] string? Number,
    [property: Id(2)] InvoiceKind Kind,
    [property: Id(3)] InvoiceStatus Status,
    [property: Id(4)] Money Net,
    [property: Id(5)] Money Tax,
    [property: Id(6)] Money Total,
    [property: Id(7)] Money Paid,
    [property: Id(8)] string Currency,
    [property: Id(9)] DateTimeOffset CreatedAt,
    [property: Id(10)] DateOnly? IssuedOn,
    [property: Id(11)] DateOnly? DueOn,
    [property: Id(12)] DateTimeOffset? PayableUntil,
    [property: Id(13)] InvoiceId? Corrects
);

/// <summary>One invoice with its lines.</summary>
[GenerateSerializer, Immutable, Alias("InvoiceDetail")]
public sealed record InvoiceDetail : InvoiceView
{
    public InvoiceDetail(InvoiceView head)
        : base(head) { }

    [Id(0)]
    public required InvoiceLineView[] Lines { get; init; }

    [Id(1)]
    public required TaxGroupView[] Taxes { get; init; }

    [Id(2)]
    public required InvoiceParty Buyer { get; init; }

    [Id(3)]
    public required string[] Notes { get; init; }

    /// <summary>Documents that correct this one.</summary>
    [Id(4)]
    public required InvoiceId[] Corrections { get; init; }
}

/// <summary>A line. <paramref name="UnitPrice"/> as shown to the customer (VAT included where there is any).</summary>
[GenerateSerializer, Immutable, Alias("InvoiceLineView")]
public sealed record InvoiceLineView(
    [property: Id(0)] int Position,
    [property: Id(1)] string Name,
    [property: Id(2)] string Description,
    [property: Id(3)] int Quantity,
    [property: Id(4)] Money UnitPrice,
    [property: Id(5)] decimal TaxRate,
    [property: Id(6)] Money Net,
    [property: Id(7)] Money Tax,
    [property: Id(8)] Money Total,
    [property: Id(9)] DateOnly? PeriodFrom,
    [property: Id(10)] DateOnly? PeriodTo
);

/// <summary>The sums of one rate. <paramref name="Category"/> by EN 16931: S standard rate, AE reverse charge, O not subject to VAT, E exempt.</summary>
[GenerateSerializer, Immutable, Alias("TaxGroupView")]
public sealed record TaxGroupView(
    [property: Id(0)] string Category,
    [property: Id(1)] decimal Rate,
    [property: Id(2)] Money Net,
    [property: Id(3)] Money Tax
);

/// <summary>Who stands on an invoice. Personal data.</summary>
/// <param name="Email">Where the invoice goes.</param>
/// <param name="Reference">What the buyer wants to be named: a Leitweg-ID or an order number of its own (BT-10).</param>
[GenerateSerializer, Immutable, Alias("InvoiceParty")]
public sealed record InvoiceParty(
    [property: Id(0)] string Name,
    [property: Id(1)] string? Contact,
    [property: Id(2)] string Street,
    [property: Id(3)] string Zip,
    [property: Id(4)] string City,
    [property: Id(5)] string Country,
    [property: Id(6)] string? VatId,
    [property: Id(7)] string? TaxNumber,
    [property: Id(8)] string? Email,
    [property: Id(9)] string? Reference = null
);

/// <summary>A file to download.</summary>
[GenerateSerializer, Immutable, Alias("DocumentFile")]
public sealed record DocumentFile(
    [property: Id(0)] string Name,
    [property: Id(1)] string MediaType,
    [property: Id(2)] byte[] Content
);
