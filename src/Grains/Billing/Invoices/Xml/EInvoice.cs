using System.Text;
using System.Xml;
using System.Xml.Linq;
using Elizon.Billing;

namespace Elizon.Grains.Billing.Invoices.Xml;

/// <summary>
/// A document as e-invoice: EN 16931 in CII syntax (invoicing sheet, section 6). Made from the frozen content alone, so
/// it never differs from the PDF beside it.
/// </summary>
internal static class EInvoice
{
    private static readonly XmlWriterSettings Utf8 = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
    };

    /// <param name="profile">One of <see cref="EInvoiceProfile"/>.</param>
    public static byte[] Write(InvoiceDocument document, string profile)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Utf8))
            Of(document, profile).Save(writer);
        return bytes.ToArray();
    }

    public static XDocument Of(InvoiceDocument document, string profile)
    {
        var content = document.Content;
        var sign = SignOf(content.Kind);
        return new XDocument(
            new XElement(
                Cii.Rsm + "CrossIndustryInvoice",
                new XAttribute(XNamespace.Xmlns + "rsm", Cii.Rsm),
                new XAttribute(XNamespace.Xmlns + "ram", Cii.Ram),
                new XAttribute(XNamespace.Xmlns + "udt", Cii.Udt),
                new XAttribute(XNamespace.Xmlns + "qdt", Cii.Qdt),
                Context(profile),
                Head(document),
                new XElement(
                    Cii.Rsm + "SupplyChainTradeTransaction",
                    content.Lines.Select(l => EInvoiceLine.Of(l, content, sign)),
                    EInvoiceParties.Of(content),
                    Delivery(content),
                    EInvoiceSettlement.Of(document, sign)
                )
            )
        );
    }

    /// <summary>380 invoice, 381 credit note for a part, 384 for the cancellation of what is left.</summary>
    private static string TypeOf(InvoiceKind kind) =>
        kind switch
        {
            InvoiceKind.Invoice => "380",
            InvoiceKind.Correction => "381",
            InvoiceKind.Cancellation => "384",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>A credit note says by its type that it takes back: its amounts are positive. A 384 has negative ones.</summary>
    private static int SignOf(InvoiceKind kind) => kind == InvoiceKind.Correction ? -1 : 1;

    private static XElement Context(string profile) =>
        new(
            Cii.Rsm + "ExchangedDocumentContext",
            profile == EInvoiceProfile.XRechnung
                ? Cii.Group(
                    "BusinessProcessSpecifiedDocumentContextParameter",
                    Cii.Text("ID", EInvoiceProfile.Process)
                )
                : null,
            Cii.Group("GuidelineSpecifiedDocumentContextParameter", Cii.Text("ID", profile))
        );

    private static XElement Head(InvoiceDocument document)
    {
        var content = document.Content;
        return new XElement(
            Cii.Rsm + "ExchangedDocument",
            Cii.Text("ID", document.Number),
            Cii.Text("TypeCode", TypeOf(content.Kind)),
            Cii.Day("IssueDateTime", content.IssuedOn),
            Note(content.Reason, null),
            Note($"{content.Seller.Register}\n{content.Seller.Management}", "REG")
        );
    }

    private static XElement? Note(string? text, string? subject) =>
        string.IsNullOrWhiteSpace(text)
            ? null
            : Cii.Group(
                "IncludedNote",
                Cii.Text("Content", text),
                Cii.Text("SubjectCode", subject)
            );

    /// <summary>The day of supply where no line names a period.</summary>
    private static XElement Delivery(InvoiceContent content) =>
        Cii.Group(
            "ApplicableHeaderTradeDelivery",
            content.Lines.Any(l => l.PeriodFrom is not null)
                ? null
                : Cii.Group(
                    "ActualDeliverySupplyChainEvent",
                    Cii.Day("OccurrenceDateTime", content.Corrects?.IssuedOn ?? content.IssuedOn)
                )
        );
}
