using System.Text.Json.Serialization;

namespace Elizon.Billing;

/// <summary>In what form a document is downloaded.</summary>
[GenerateSerializer, Alias("InvoiceFormat")]
public enum InvoiceFormat
{
    /// <summary>To look at, with the e-invoice inside (ZUGFeRD, profile EN 16931).</summary>
    [JsonStringEnumMemberName("pdf")]
    Pdf,

    /// <summary>The e-invoice alone, as XML.</summary>
    [JsonStringEnumMemberName("xrechnung")]
    XRechnung,

    /// <summary>What a draft would come to, as PDF: without a number, and no invoice.</summary>
    [JsonStringEnumMemberName("proforma")]
    Proforma,
}
