using Elizon.Billing;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Billing.Pricing;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>Makes the content of a document that takes one piece of an invoice back.</summary>
internal static class CorrectionContent
{
    /// <summary>
    /// Seller, buyer, tax decision and line come from the original, whatever changed since; the amounts are exactly the
    /// negative of what the piece bore there.
    /// </summary>
    public static InvoiceContent Of(IssuedDocument original, SoldUnit unit, DateOnly day)
    {
        var content = original.Content;
        var line = content.Lines[unit.Line];
        var back = -unit.Paid;
        return content with
        {
            Kind = InvoiceKind.Correction,
            IssuedOn = day,
            DueOn = day,
            Lines =
            [
                line with
                {
                    Position = 1,
                    Description = Description(line, unit),
                    Quantity = -1,
                    Sum = back,
                },
            ],
            Taxes = [new TaxGroup(content.Tax.Category, content.Tax.Rate, back)],
            Sum = back,
            PaidBy = PaymentMethod.Guthaben,
            Corrects = new CorrectedDocument(original.Id, original.Number, content.IssuedOn),
            Reason = InvoiceWords.NotDelivered(unit.Name, content.Language),
        };
    }

    private static string Description(ContentLine line, SoldUnit unit) =>
        line.Description.Contains(unit.Name, StringComparison.Ordinal)
            ? line.Description
            : $"{unit.Name} · {line.Description}";
}

/// <summary>A document as it was issued.</summary>
internal sealed record IssuedDocument(
    InvoiceId Id,
    string Number,
    DateTimeOffset IssuedAt,
    InvoiceContent Content
);
