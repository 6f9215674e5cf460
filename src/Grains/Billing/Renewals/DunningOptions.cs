namespace Elizon.Grains.Billing.Renewals;

/// <summary>What a stage of dunning does.</summary>
internal enum DunningDeed
{
    /// <summary>A mail, and another try to collect.</summary>
    Remind,

    /// <summary>The service stands still until the invoice is paid; its data stay.</summary>
    Suspend,

    /// <summary>A mail that says when the data will be deleted.</summary>
    Announce,

    /// <summary>The subscription ends, the service is deleted, the invoice is cancelled.</summary>
    Terminate,
}

/// <summary>One stage.</summary>
public sealed class DunningStage
{
    /// <summary>Whole days behind the due instant.</summary>
    public int Days { get; set; }

    /// <summary>"Remind", "Suspend", "Announce" or "Terminate".</summary>
    public string Deed { get; set; } = nameof(DunningDeed.Remind);
}

/// <summary>The operator's dunning, section "Billing:Dunning": stages by rising days, the last one terminates.</summary>
public sealed class DunningOptions
{
    /// <summary>Null: remind after 1 day, suspend after 3, announce after 10, terminate after 17.</summary>
    public DunningStage[]? Stages { get; set; }

    /// <summary>Other stages for single products, by product id.</summary>
    public Dictionary<string, DunningStage[]> Products { get; set; } = [];
}
