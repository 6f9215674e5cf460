using Elizon.Billing;

namespace Elizon.Grains.Billing.Invoices;

/// <summary>What follows from a document's kind.</summary>
internal static class InvoiceKinds
{
    /// <summary>Its amounts are negative and it names the document they come from.</summary>
    public static bool TakesBack(this InvoiceKind kind) =>
        kind is InvoiceKind.Correction or InvoiceKind.Cancellation;
}
