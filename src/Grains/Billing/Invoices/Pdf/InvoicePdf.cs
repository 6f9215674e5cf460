using Elizon.Billing;
using Elizon.Grains.Documents;
using Elizon.Grains.Documents.Layout;
using Elizon.Identity;

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
        var title = labels.Title(content.Kind);
        PdfWriter.Write(
            output,
            new PdfInfo(
                $"{title} {model.Number}",
                content.Seller.Name,
                $"{title} {model.Number}",
                model.IssuedAt
            ),
            new InvoiceFrame(model, labels, formats).Frame(),
            [
                new TextBlock($"{title} {model.Number}", InvoiceStyles.Title),
                .. Reference(content, labels, formats),
                new Gap(10),
                .. new InvoiceTable(content, labels, formats).Blocks(),
                new Gap(8),
                InvoiceSums.Of(content, labels, formats),
                new Gap(14),
                .. Notes(content, labels, formats)
                    .Select(n => new TextBlock(n, InvoiceStyles.Body)),
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
            labels.Corrects,
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

    private static IEnumerable<string> Notes(
        InvoiceContent content,
        InvoiceLabels labels,
        InvoiceFormats formats
    )
    {
        if (content.Tax.Category == "O")
            yield return InvoiceLabels.Fill(
                labels.NotSubject,
                // Where a business is supplied is paragraph 2, where a private person is, 5.
                content.Tax.Evidence.AccountType == AccountType.Business
                    ? 2
                    : 5
            );
        if (content.Kind == InvoiceKind.Correction)
            yield return labels.BackToBalance;
        else
        {
            yield return content.PaidBy switch
            {
                null => InvoiceLabels.Fill(labels.PayBy, formats.Day(content.DueOn)),
                PaymentMethod.Guthaben => labels.PaidByBalance,
                _ => labels.PaidAtProvider,
            };
            yield return labels.Thanks;
        }
    }
}
