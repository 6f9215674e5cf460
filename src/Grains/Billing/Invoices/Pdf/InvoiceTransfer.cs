using Elizon.Billing;
using Elizon.Grains.Banking;
using Elizon.Grains.Documents.Layout;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>How to transfer an open amount: the account in words and as GiroCode. In one piece.</summary>
internal static class InvoiceTransfer
{
    private const float CodeSize = 92;
    private const float LabelWidth = 92;

    /// <summary>Nothing where no transfer is waited for.</summary>
    public static IEnumerable<Block> Of(
        InvoiceDocument document,
        InvoiceLabels labels,
        InvoiceFormats formats
    )
    {
        var content = document.Content;
        var payment = PaymentInstruction.Of(content);
        var waited =
            content is { PaidBy: null, Kind: InvoiceKind.Invoice }
            && !document.IsProforma
            && payment.Means == PaymentMeans.Transfer
            && content.Sum.Gross > Money.Zero;
        if (!waited)
            return [];
        var reference = payment.Reference!;
        return
        [
            new Gap(12),
            new Row(
                14,
                (CodeSize, Code(content, reference)),
                (0, Words(content, reference, labels, formats))
            ),
        ];
    }

    private static QrBlock Code(InvoiceContent content, string reference) =>
        new(
            GiroCode.Payload(
                content.Seller.Name,
                content.Seller.Iban,
                content.Seller.Bic,
                content.Sum.Gross,
                reference
            ),
            CodeSize
        );

    private static Column Words(
        InvoiceContent content,
        string reference,
        InvoiceLabels labels,
        InvoiceFormats formats
    ) =>
        new(
            new Gap(8),
            new TextBlock(labels.ScanToPay, InvoiceStyles.BodyBold),
            new Gap(4),
            Line(labels.Payee, content.Seller.Name),
            Line("IBAN", InvoiceFormats.Iban(content.Seller.Iban)),
            Line("BIC", $"{content.Seller.Bic} ({content.Seller.BankName})"),
            Line(labels.Amount, formats.Money(content.Sum.Gross)),
            Line(labels.Remittance, reference)
        );

    private static Row Line(string label, string value) =>
        new(
            6,
            (LabelWidth, new TextBlock(label, InvoiceStyles.Small)),
            (0, new TextBlock(value, InvoiceStyles.SmallBold))
        );
}
