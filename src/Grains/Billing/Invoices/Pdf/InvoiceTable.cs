using Elizon.Grains.Documents.Layout;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>The lines of an invoice.</summary>
internal sealed class InvoiceTable(
    InvoiceContent content,
    InvoiceLabels labels,
    InvoiceFormats formats
)
{
    public IEnumerable<Block> Blocks() =>
        new Table(
            [
                new TableColumn(labels.Position, 24, Align.Left),
                new TableColumn(labels.Description, 0, Align.Left),
                new TableColumn(labels.Quantity, 42, Align.Right),
                new TableColumn(labels.UnitPrice, 62, Align.Right),
                new TableColumn(labels.Vat, 36, Align.Right),
                new TableColumn(labels.Amount, 68, Align.Right),
            ],
            InvoiceStyles.Head,
            InvoiceStyles.HeadFill,
            InvoiceStyles.Line
        ).Blocks(content.Lines.Select(Cells));

    private Block[] Cells(ContentLine line) =>
        [
            Text(InvoiceFormats.Count(line.Position), Align.Left),
            new Column(
                new TextBlock(line.Name, InvoiceStyles.BodyBold),
                new TextBlock(line.Description, InvoiceStyles.Small),
                new TextBlock(Period(line), InvoiceStyles.Small)
            ),
            Text(InvoiceFormats.Count(line.Quantity), Align.Right),
            Text(formats.Money(line.UnitPrice), Align.Right),
            Text(formats.Percent(content.Tax.Rate), Align.Right),
            Text(formats.Money(line.Sum.Gross), Align.Right),
        ];

    private string Period(ContentLine line) =>
        line is { PeriodFrom: { } from, PeriodTo: { } to }
            ? InvoiceLabels.Fill(labels.Period, formats.Day(from), formats.Day(to))
            : "";

    private static TextBlock Text(string text, Align align) => new(text, InvoiceStyles.Body, align);
}
