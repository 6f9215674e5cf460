using System.Collections.Immutable;
using Elizon.Billing;
using Elizon.Catalog;

namespace Elizon.Grains.Billing.Renewals;

/// <summary>The stages an unpaid invoice goes through.</summary>
internal sealed record DunningPolicy(ImmutableArray<DunningStageView> Stages)
{
    private const int HighestFee = 100;
    private const int LongestText = 500;

    private static readonly DunningPolicy Standard = new([
        new DunningStageView(1, DunningDeed.Remind, Money.Zero),
        new DunningStageView(3, DunningDeed.Suspend, Money.Zero),
        new DunningStageView(10, DunningDeed.Announce, Money.Zero),
        new DunningStageView(17, DunningDeed.Terminate, Money.Zero),
    ]);

    public static DunningPolicy Of(DunningOptions options, ProductId product) =>
        options.Products.TryGetValue(product.Value, out var own) ? Read(own) : Of(options);

    /// <summary>Of products that have none of their own.</summary>
    public static DunningPolicy Of(DunningOptions options) =>
        options.Stages is { } all ? Read(all) : Standard;

    /// <summary>What is wrong with configured stages, or null.</summary>
    public static string? Fault(DunningStage[] stages)
    {
        if (stages.Length == 0 || stages.Any(s => !Enum.TryParse<DunningDeed>(s.Deed, out _)))
            return "needs at least one stage, each with a deed of Remind, Suspend, Announce, Terminate";
        return stages.Any(s => s.TextDe is null != s.TextEn is null)
            ? "needs a text in both languages or in none"
            : Fault([.. stages.Select(View)]);
    }

    /// <summary>What is wrong with stages, or null.</summary>
    public static string? Fault(IReadOnlyList<DunningStageView> stages)
    {
        if (stages.Count == 0)
            return "needs at least one stage";
        if (
            stages.Zip(stages.Skip(1)).Any(p => p.First.Days >= p.Second.Days)
            || stages[0].Days < 0
            || stages[^1].Days > 3_650
        )
            return "needs rising days from 0 to 3,650";
        if (stages.Any(s => s.Fee < Money.Zero || s.Fee.Euros > HighestFee))
            return $"has fees from 0 to {HighestFee} euros";
        if (stages.Any(s => s.Text is { } t && Math.Max(t.De.Length, t.En.Length) > LongestText))
            return $"has texts of at most {LongestText} characters";
        return stages[^1].Deed == DunningDeed.Terminate
            ? null
            : "must end with Terminate: no invoice may stay open for ever";
    }

    /// <summary>The stage that comes; the last one for an invoice that is further than a policy that became shorter.</summary>
    public DunningStageView this[int stage] => Stages[Math.Min(stage, Stages.Length - 1)];

    /// <summary>When the stage comes for an invoice; null behind the last.</summary>
    public DateTimeOffset? At(int stage, DateTimeOffset dueAt) =>
        stage < Stages.Length ? dueAt.AddDays(Stages[stage].Days) : null;

    /// <summary>When the service stands still, and when it is deleted, if nothing is paid.</summary>
    public DateTimeOffset? When(DunningDeed deed, DateTimeOffset dueAt) =>
        Stages.FirstOrDefault(s => s.Deed == deed) is { } stage ? dueAt.AddDays(stage.Days) : null;

    private static DunningPolicy Read(DunningStage[] stages) => new([.. stages.Select(View)]);

    private static DunningStageView View(DunningStage stage) =>
        new(
            stage.Days,
            Enum.Parse<DunningDeed>(stage.Deed),
            Money.Round(stage.Fee),
            stage.TextDe is { } de ? new LocalText(de, stage.TextEn ?? de) : null
        );
}
