using Elizon.Billing;
using Elizon.Grains.Billing.Pricing;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>The head of an invoice from draft on. <paramref name="Content"/> only while it is a draft: the document has it then.</summary>
[Table("invoice", WriteMode.Upsert)]
internal sealed record InvoiceRow(
    [property: Key] InvoiceId Id,
    AccountId Account,
    OrderId? OrderId,
    InvoiceKind Kind,
    InvoiceId? Corrects,
    Money Net,
    Money Tax,
    Money Total,
    string? Content,
    DateTimeOffset CreatedAt,
    DateTimeOffset? PayableUntil,
    DateTimeOffset? LapsedAt
) : Row
{
    public static InvoiceRow Of(
        InvoiceId id,
        AccountId account,
        OrderId? order,
        InvoiceKind kind,
        Amounts sum,
        DateTimeOffset createdAt
    ) =>
        new(
            id,
            account,
            order,
            kind,
            null,
            sum.Net,
            sum.Tax,
            sum.Gross,
            null,
            createdAt,
            null,
            null
        );
}

/// <summary>An issued document; the commit adds number, chain hash and content hash. Append-only.</summary>
[Table("invoice_document")]
internal sealed record DocumentRow(
    InvoiceId Id,
    string Series,
    AccountId Account,
    DateTimeOffset IssuedAt,
    DateOnly IssuedOn,
    DateOnly DueOn,
    string Content
) : Row;

/// <summary>Which money pays which invoice. Append-only.</summary>
/// <param name="Effect">The movement that brought it.</param>
/// <param name="Source">"balance" or "payment/…".</param>
[Table("allocation")]
internal sealed record AllocationRow(
    string Effect,
    AccountId Account,
    InvoiceId Invoice,
    Money Amount,
    string Source,
    DateTimeOffset At
) : Row;
