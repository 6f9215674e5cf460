using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Documents;
using Elizon.Grains.Documents.Layout;

namespace Elizon.Grains.Billing.Receipts;

/// <summary>A receipt as PDF, a letter as invoices are.</summary>
internal sealed class TopUpReceiptPdf : IDocumentRenderer<TopUpReceiptContent>
{
    public string MediaType => "application/pdf";

    public void Render(TopUpReceiptContent model, Stream output)
    {
        var labels = TopUpReceiptLabels.In(model.Language);
        var formats = new InvoiceFormats(model.Language);
        var title = $"{labels.Title} {model.Number}";
        PdfWriter.Write(
            output,
            new PdfInfo(title, model.Seller.Name, title, model.ReceivedAt),
            Frame(model, labels, formats, title),
            [
                new TextBlock(labels.Title, InvoiceStyles.Title),
                new Gap(10),
                .. Amount(model, labels, formats),
                new Gap(16),
                new TextBlock(labels.Thanks, InvoiceStyles.Body),
                new Gap(8),
                new TextBlock(labels.NoInvoice, InvoiceStyles.BodyBold),
                new Gap(8),
                new TextBlock(labels.Later, InvoiceStyles.Body),
            ]
        );
    }

    private static PageFrame Frame(
        TopUpReceiptContent model,
        TopUpReceiptLabels labels,
        InvoiceFormats formats,
        string title
    ) =>
        new LetterFrame(
            model.Language,
            title,
            model.Seller,
            model.Payer,
            [
                (labels.Number, model.Number),
                (labels.ReceivedOn, formats.Day(model.ReceivedOn)),
                (InvoiceLabels.In(model.Language).Customer, model.CustomerNumber),
            ]
        )
        {
            // The number is longer than that of an invoice.
            FactsWidth = 200,
        }.Frame();

    private static IEnumerable<Block> Amount(
        TopUpReceiptContent model,
        TopUpReceiptLabels labels,
        InvoiceFormats formats
    ) =>
        new Table(
            [
                new TableColumn(InvoiceLabels.In(model.Language).Description, 0, Align.Left),
                new TableColumn(labels.ReceivedOn, 92, Align.Left),
                new TableColumn(labels.PaidBy, 100, Align.Left),
                new TableColumn(labels.Amount, 100, Align.Right),
            ],
            InvoiceStyles.Head,
            InvoiceStyles.HeadFill,
            InvoiceStyles.Line
        ).Blocks([
            [
                new TextBlock(labels.Text, InvoiceStyles.Body),
                new TextBlock(formats.Day(model.ReceivedOn), InvoiceStyles.Body),
                new TextBlock(
                    TopUpReceiptLabels.Method(model.Method, model.Language),
                    InvoiceStyles.Body
                ),
                new TextBlock(formats.Money(model.Amount), InvoiceStyles.BodyBold, Align.Right),
            ],
        ]);
}
