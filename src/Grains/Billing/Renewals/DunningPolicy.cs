using System.Collections.Immutable;

namespace Elizon.Grains.Billing.Renewals;

/// <summary>The stages an unpaid invoice goes through.</summary>
internal sealed record DunningPolicy(ImmutableArray<(int Days, DunningDeed Deed)> Stages)
{
    private static readonly DunningPolicy Standard = new([
        (1, DunningDeed.Remind),
        (3, DunningDeed.Suspend),
        (10, DunningDeed.Announce),
        (17, DunningDeed.Terminate),
    ]);

    public static DunningPolicy Of(DunningOptions options, ProductId product) =>
        options.Products.TryGetValue(product.Value, out var own) ? Read(own)
        : options.Stages is { } all ? Read(all)
        : Standard;

    /// <summary>What is wrong with configured stages, or null.</summary>
    public static string? Fault(DunningStage[] stages)
    {
        if (stages.Length == 0 || stages.Any(s => !Enum.TryParse<DunningDeed>(s.Deed, out _)))
            return "needs at least one stage, each with a deed of Remind, Suspend, Announce, Terminate";
        if (
            stages.Zip(stages.Skip(1)).Any(p => p.First.Days >= p.Second.Days)
            || stages[0].Days < 0
        )
            return "needs rising days from 0";
        return stages[^1].Deed == nameof(DunningDeed.Terminate)
            ? null
            : "must end with Terminate: no invoice may stay open for ever";
    }

    /// <summary>When the stage comes for an invoice; null behind the last.</summary>
    public DateTimeOffset? At(int stage, DateTimeOffset dueAt) =>
        stage < Stages.Length ? dueAt.AddDays(Stages[stage].Days) : null;

    /// <summary>When the service stands still, and when it is deleted, if nothing is paid.</summary>
    public DateTimeOffset? When(DunningDeed deed, DateTimeOffset dueAt)
    {
        var stage = Stages.FirstOrDefault(s => s.Deed == deed);
        return stage == default ? null : dueAt.AddDays(stage.Days);
    }

    private static DunningPolicy Read(DunningStage[] stages) =>
        new([.. stages.Select(s => (s.Days, Enum.Parse<DunningDeed>(s.Deed)))]);
}
