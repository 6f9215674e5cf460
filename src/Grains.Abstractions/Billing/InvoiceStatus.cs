namespace Elizon.Billing;

/// <summary>Where an invoice stands; follows from what was allocated to it and from corrections, never stored.</summary>
[GenerateSerializer, Alias("InvoiceStatus")]
public enum InvoiceStatus
{
    /// <summary>Without a number: waits for its payment and can still lapse.</summary>
    Draft,

    /// <summary>Issued, not paid in full, not due yet.</summary>
    Open,

    /// <summary>Issued, paid in part, not due yet.</summary>
    PartlyPaid,

    /// <summary>Issued and paid in full.</summary>
    Paid,

    /// <summary>Issued, due and not paid in full.</summary>
    Overdue,

    /// <summary>Nothing is open of it, and a document took something of it back.</summary>
    Corrected,
}

/// <summary>What a document is.</summary>
[GenerateSerializer, Alias("InvoiceKind")]
public enum InvoiceKind
{
    Invoice,

    /// <summary>Takes back parts of an invoice; its amounts are negative (§ 14 (6) UStG, § 31 (5) UStDV).</summary>
    Correction,

    /// <summary>Takes back all that is left of an invoice; its amounts are negative.</summary>
    Cancellation,
}
