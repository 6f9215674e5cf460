using Elizon.Declarations;
using Elizon.Grains.Scheduling;
using Elizon.Grains.Storage;
using Elizon.Grains.Subscriptions;

namespace Elizon.Grains.Declarations;

/// <summary>A thin shell around <see cref="DeclarationRules"/>.</summary>
[GrainType("declaration")]
internal sealed class DeclarationGrain(
    [Aggregate] IAggregate<DeclarationState> aggregate,
    DeclarationLookup lookup,
    TimeProvider clock
) : Grain, IDeclarationGrain, IDue
{
    private DeclarationId Id => DeclarationId.Of(this.GetPrimaryKeyString());

    public async Task<DeclarationReceipt> Declare(Declaration declaration, Caller by)
    {
        // The id derives from the operation: whoever asks again means the declaration that is here.
        if (!aggregate.Exists)
            await Commit(DeclarationRules.Receive(Id, declaration, clock.GetUtcNow()));
        return aggregate.State.ToReceipt(Id);
    }

    public Task<DeclarationView> Show() =>
        Task.FromResult(
            aggregate.Exists
                ? aggregate.State.ToView(Id)
                : throw CommonRefusals.NotFound("declaration")
        );

    public async Task<DeclarationView> Match(ServiceId service, Caller by)
    {
        if (await aggregate.Replay<DeclarationView>(by.Operation) is { } earlier)
            return earlier;
        var owner = await lookup.OwnerOf(service) ?? throw CommonRefusals.NotFound("service");
        return await Commit(DeclarationRules.Match(aggregate.State, Id, service, owner, by), by);
    }

    public async Task<DeclarationView> Close(bool done, string note, Caller by)
    {
        if (await aggregate.Replay<DeclarationView>(by.Operation) is { } earlier)
            return earlier;
        var now = clock.GetUtcNow();
        return await Commit(DeclarationRules.Close(aggregate.State, Id, done, note, by, now), by);
    }

    public async Task Due()
    {
        if (aggregate.State.DueAt is null)
            return;
        if (aggregate.State.Status == DeclarationStatus.Matched)
        {
            await CarryOut();
            return;
        }
        var match = await lookup.Find(aggregate.State.Declaration!);
        if (DeclarationRules.Found(aggregate.State, match) is { } change)
            await Commit(change);
        await CarryOut();
    }

    /// <summary>The contract's answer is kept under the declaration: dying before this commit changes nothing.</summary>
    private async Task CarryOut()
    {
        if (aggregate.State is not { DueAt: not null, Service: { } service } state)
            return;
        var end = await GrainFactory
            .ContractEnding(service)
            .EndAs(DeclarationRules.Wish(state, Id));
        if (DeclarationRules.Carried(aggregate.State, Id, end, clock.GetUtcNow()) is { } change)
            await Commit(change);
    }

    private Task Commit(Change<DeclarationState> change) => aggregate.Commit(Listed(change));

    private Task<DeclarationView> Commit(Change<DeclarationState> change, Caller by) =>
        aggregate.Commit(Listed(change), by.Operation, change.Next.ToView(Id));

    private Change<DeclarationState> Listed(Change<DeclarationState> change) =>
        change.Record(DeclarationRow.Of(Id, change.Next));
}
