using Elizon.Billing;
using Elizon.Grains.Documents;
using Elizon.Grains.Documents.Layout;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>An invoice or correction as PDF: address for a window envelope (DIN 5008), lines, sums per rate, notes.</summary>
internal sealed class InvoicePdf : IDocumentRenderer<InvoiceDocument>
{
    public string MediaType => "application/pdf";

    public void Render(InvoiceDocument model, Stream output)
    {
        var content = model.Content;
        var labels = InvoiceLabels.In(content.Language);
        var formats = new InvoiceFormats(content.Language);
        var heading = model.Heading(labels);
        PdfWriter.Write(
            output,
            new PdfInfo(heading, content.Seller.Name, heading, model.IssuedAt),
            InvoiceFrame.Of(model, labels, formats),
            [
                new TextBlock(heading, InvoiceStyles.Title),
                .. Reference(content, labels, formats),
                new Gap(10),
                .. new InvoiceTable(content, labels, formats).Blocks(),
                new Gap(8),
                InvoiceSums.Of(content, labels, formats),
                new Gap(14),
                .. Notes(model, labels).Select(n => new TextBlock(n, InvoiceStyles.Body)),
                .. InvoiceTransfer.Of(model, labels, formats),
            ]
        );
    }

    private static IEnumerable<Block> Reference(
        InvoiceContent content,
        InvoiceLabels labels,
        InvoiceFormats formats
    )
    {
        if (content.Corrects is not { } original)
            return [];
        var text = InvoiceLabels.Fill(
            content.Kind == InvoiceKind.Cancellation ? labels.Cancels : labels.Corrects,
            original.Number,
            formats.Day(original.IssuedOn)
        );
        return
        [
            new Gap(4),
            new TextBlock(
                content.Reason is null ? text : $"{text} {content.Reason}",
                InvoiceStyles.Body
            ),
        ];
    }

    private static IEnumerable<string> Notes(InvoiceDocument model, InvoiceLabels labels)
    {
        var content = model.Content;
        foreach (var tax in content.Taxes)
            if (
                (tax.ExemptionReason ?? ExemptionReasons.Of(content.Tax, content.Language)) is
                { } why
            )
                yield return $"{why}.";
        yield return PaymentSentence.Of(model);
        if (!content.Kind.TakesBack())
            yield return labels.Thanks;
    }
}
