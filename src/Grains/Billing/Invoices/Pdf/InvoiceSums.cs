using Elizon.Grains.Documents.Layout;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>Net, tax per rate and total, at the right under the lines; stays in one piece.</summary>
internal static class InvoiceSums
{
    private const float Width = 250;

    public static Block Of(InvoiceContent content, InvoiceLabels labels, InvoiceFormats formats) =>
        new Row(
            0,
            (0, new TextBlock(content.Tax.Rate > 0 ? labels.VatIncluded : "", InvoiceStyles.Small)),
            (Width, Sums(content, labels, formats))
        );

    private static Column Sums(
        InvoiceContent content,
        InvoiceLabels labels,
        InvoiceFormats formats
    ) =>
        new([
            Line(labels.Net, formats.Money(content.Sum.Net), InvoiceStyles.Body),
            .. content.Taxes.Select(tax =>
                Line(
                    InvoiceLabels.Fill(
                        labels.VatOf,
                        formats.Percent(tax.Rate),
                        formats.Money(tax.Sum.Net)
                    ),
                    formats.Money(tax.Sum.Tax),
                    InvoiceStyles.Body
                )
            ),
            new Gap(4),
            new Rule(InvoiceStyles.Accent, 1),
            new Gap(4),
            Line(labels.Total, formats.Money(content.Sum.Gross), InvoiceStyles.Total),
        ]);

    private static Row Line(string label, string amount, TextStyle style) =>
        new(
            Table.Padding,
            (0, new TextBlock(label, style)),
            (90, new TextBlock(amount, style, Align.Right)),
            // Amounts stand under those of the table, whose cells are inset.
            (0.1f, new Gap(0))
        );
}
