using System.Text.Json.Serialization;

namespace Elizon.Billing;

/// <summary>In what form an issued document is downloaded.</summary>
[GenerateSerializer, Alias("InvoiceFormat")]
public enum InvoiceFormat
{
    /// <summary>To look at, with the e-invoice inside (ZUGFeRD, profile EN 16931).</summary>
    [JsonStringEnumMemberName("pdf")]
    Pdf,

    /// <summary>The e-invoice alone, as XML.</summary>
    [JsonStringEnumMemberName("xrechnung")]
    XRechnung,
}
