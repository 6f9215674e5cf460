using Elizon.Catalog;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Catalog;

[GrainType("catalog")]
internal sealed class CatalogGrain(
    [Aggregate] IAggregate<CatalogState> aggregate,
    CatalogSnapshots snapshots,
    TimeProvider clock
) : Grain, ICatalogGrain
{
    public async Task<CatalogApplied> Apply(
        CatalogDocument document,
        ProviderId[] reconnected,
        ApplyOptions options,
        Caller by
    )
    {
        if (await aggregate.Replay<CatalogApplied>(by.Operation) is { } earlier)
            return earlier;
        var now = clock.GetUtcNow();
        var plan = Catalog.Plan(aggregate.State, document, options, now).With(reconnected);
        var revision = aggregate.State.Revision;
        if (plan.Changes.IsEmpty || options.DryRun)
            return new CatalogApplied(revision, options.DryRun, [.. plan.Changes]);
        var applied = await aggregate.Commit(
            Catalog.Apply(aggregate.State, plan, by, now),
            by.Operation,
            new CatalogApplied(revision + 1, DryRun: false, [.. plan.Changes])
        );
        snapshots.Expire();
        return applied;
    }

    public Task<CatalogDocument> Show() =>
        Task.FromResult(CatalogExport.Of(aggregate.State, clock.GetUtcNow()));
}
