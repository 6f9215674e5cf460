namespace Elizon.Grains.Billing.Invoices.Xml;

/// <summary>Categories of EN 16931 that change more than the numbers.</summary>
internal static class TaxCategory
{
    /// <summary>Not subject to VAT: no rate on lines, and no VAT id anywhere (BR-O-02, BR-O-05).</summary>
    public const string NotSubject = "O";
}
