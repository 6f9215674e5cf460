using Elizon.Grains.Documents;

namespace Elizon.Grains.Billing.Invoices.Xml;

/// <summary>A document as XRechnung: the XML alone.</summary>
internal sealed class XRechnung : IDocumentRenderer<InvoiceDocument>
{
    public string MediaType => "application/xml";

    public void Render(InvoiceDocument model, Stream output) =>
        output.Write(EInvoice.Write(model, EInvoiceProfile.XRechnung));
}
