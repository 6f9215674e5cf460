using Elizon.Grains.Scheduling;
using Elizon.Grains.Storage;
using Elizon.Subscriptions;

namespace Elizon.Grains.Subscriptions.PriceChanges;

/// <summary>A thin shell around <see cref="Announcing"/>: a page of contracts per wake-up, from where the last commit left off.</summary>
[GrainType("price-change")]
internal sealed class PriceChangeGrain(
    [Aggregate] IAggregate<PriceChangeState> aggregate,
    PricedContracts contracts,
    TimeProvider clock
) : Grain, IPriceChangeGrain, IDue
{
    private PriceChangeId Id => PriceChangeId.Of(this.GetPrimaryKeyString());

    public async Task Begin(PriceChangeTerms terms, ContractCount touched, Caller by)
    {
        // The id derives from the operation: whoever asks again means the one that is here.
        if (!aggregate.Exists)
            await aggregate.Commit(Announcing.Begin(Id, terms, touched, by, clock.GetUtcNow()));
    }

    public async Task Due()
    {
        if (aggregate.State is not { NextAt: { } next, Terms: { } terms } state)
            return;
        if (next > clock.GetUtcNow())
            return;
        var page = await contracts.Behind(state.Cursor, terms);
        await aggregate.Commit(Announcing.Ask(Id, state, page, clock.GetUtcNow()));
    }
}
