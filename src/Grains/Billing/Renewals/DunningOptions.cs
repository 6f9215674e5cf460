using Elizon.Billing;

namespace Elizon.Grains.Billing.Renewals;

/// <summary>One stage.</summary>
public sealed class DunningStage
{
    /// <summary>Whole days behind the due instant.</summary>
    public int Days { get; set; }

    /// <summary>"Remind", "Suspend", "Announce" or "Terminate".</summary>
    public string Deed { get; set; } = nameof(DunningDeed.Remind);

    /// <summary>EUR that are owed from this stage on, without VAT; 0 for none.</summary>
    public decimal Fee { get; set; }

    /// <summary>A sentence for this stage's mail in German, and in English; both or none.</summary>
    public string? TextDe { get; set; }

    public string? TextEn { get; set; }
}

/// <summary>The operator's dunning, section "Billing:Dunning": stages by rising days, the last one terminates.</summary>
public sealed class DunningOptions
{
    /// <summary>Null: remind after 1 day, suspend after 3, announce after 10, terminate after 17.</summary>
    public DunningStage[]? Stages { get; set; }

    /// <summary>Other stages for single products, by product id.</summary>
    public Dictionary<string, DunningStage[]> Products { get; set; } = [];
}
