namespace Elizon.Banking;

/// <summary>Where a payout stands.</summary>
[GenerateSerializer, Alias("PayoutStatus")]
public enum PayoutStatus
{
    /// <summary>Taken off the balance; waits for the next file.</summary>
    Requested,

    /// <summary>In exactly one file for the bank.</summary>
    Exported,

    /// <summary>The bank carried it out.</summary>
    Done,

    /// <summary>It came back; the money is on the balance again.</summary>
    Returned,

    /// <summary>The bank did not take its file; the money is on the balance again.</summary>
    Rejected,
}
