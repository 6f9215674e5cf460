using Elizon.Grains.Billing.Invoices.Xml;
using Elizon.Grains.Documents;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>The PDF of a document with its e-invoice inside (ZUGFeRD).</summary>
internal sealed class ZugferdPdf(InvoicePdf pdf, IPdfAttacher attacher)
    : IDocumentRenderer<InvoiceDocument>
{
    public string MediaType => pdf.MediaType;

    public void Render(InvoiceDocument model, Stream output)
    {
        using var plain = new MemoryStream();
        pdf.Render(model, plain);
        output.Write(attacher.Attach(plain.ToArray(), FacturX.Of(model)));
    }
}
