namespace Elizon.Billing;

/// <summary>What a stage of dunning does.</summary>
[GenerateSerializer, Alias("DunningDeed")]
public enum DunningDeed
{
    /// <summary>A mail, and another try to collect.</summary>
    Remind,

    /// <summary>The service stands still until the invoice is paid; its data stay.</summary>
    Suspend,

    /// <summary>A mail that says when the data will be deleted.</summary>
    Announce,

    /// <summary>The subscription ends, the service is deleted. An invoice of a period that never was is cancelled.</summary>
    Terminate,
}
