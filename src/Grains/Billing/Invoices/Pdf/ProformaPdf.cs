using Elizon.Grains.Documents;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>
/// A draft as PDF. It says that it is no invoice: whoever issues a paper that looks like one owes the VAT on it (§ 14c UStG).
/// </summary>
internal sealed class ProformaPdf(InvoicePdf pdf) : IDocumentRenderer<ProformaDocument>
{
    public string MediaType => pdf.MediaType;

    public void Render(ProformaDocument model, Stream output) =>
        pdf.Render(new InvoiceDocument("", model.At, model.Content) { IsProforma = true }, output);
}
