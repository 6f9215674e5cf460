namespace Elizon.Grains.Billing.Invoices.Xml;

/// <summary>Under which rules an e-invoice is written: the value of BT-24.</summary>
internal static class EInvoiceProfile
{
    /// <summary>The norm as it is; embedded into PDFs as ZUGFeRD profile "EN 16931".</summary>
    public const string En16931 = "urn:cen.eu:en16931:2017";

    /// <summary>The norm with the rules of the German administration.</summary>
    public const string XRechnung =
        "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0";

    /// <summary>The business process that XRechnung receivers expect beside it (BT-23).</summary>
    public const string Process = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
}
