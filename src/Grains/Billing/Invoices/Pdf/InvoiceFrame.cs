using Elizon.Grains.Documents.Layout;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>The letter that an invoice is.</summary>
internal static class InvoiceFrame
{
    public static PageFrame Of(
        InvoiceDocument document,
        InvoiceLabels labels,
        InvoiceFormats formats
    ) =>
        new LetterFrame(
            document.Content.Language,
            document.Heading(labels),
            document.Content.Seller,
            document.Content.Buyer,
            [.. Facts(document, labels, formats)]
        ).Frame();

    private static IEnumerable<(string, string)> Facts(
        InvoiceDocument document,
        InvoiceLabels labels,
        InvoiceFormats formats
    )
    {
        var content = document.Content;
        if (!document.IsProforma)
            yield return (labels.Number, document.Number);
        yield return (
            document.IsProforma ? labels.ProformaDate : labels.Date,
            formats.Day(content.IssuedOn)
        );
        yield return (labels.Customer, content.CustomerNumber);
        if (content.Order is { } order)
            yield return (labels.Order, order.Value);
        if (content.Buyer.Reference is { } reference)
            yield return (labels.Reference, reference);
        if (content.Buyer.VatId is { } vatId)
            yield return (labels.VatId, vatId);
    }
}
