using Elizon.Grains.Scheduling;
using Elizon.Grains.Storage;
using Elizon.Providers;

namespace Elizon.Grains.Providers.Settings;

/// <summary>
/// One panel or cluster. Long calls interleave and work on the line; only the commit at their end touches the state.
/// </summary>
[GrainType("provider")]
internal sealed class ProviderGrain(
    [Aggregate] IAggregate<ProviderState> aggregate,
    ISecretBox box,
    TimeProvider clock
) : Grain, IProviderGrain, IProviderInside, IDue
{
    private static readonly TimeSpan SyncAgain = TimeSpan.FromMinutes(15);

    private ProviderId Id => new(this.GetPrimaryKeyString());

    public async Task<bool> Configure(ProviderSettings settings, Caller by)
    {
        if (ProviderRules.Configure(aggregate.State, Id, settings, box, by) is not { } change)
            return false;
        await aggregate.Commit(change);
        await GrainFactory.ServerLine(Id).Reload();
        return true;
    }

    public async Task<int> SyncEggs(Caller by)
    {
        Known();
        var eggs = await GrainFactory.ServerLine(Id).Eggs();
        if (eggs is not { IsDone: true, Value: { } found })
            throw ProviderRefusals.NotReachable(eggs.Reason);
        await aggregate.Commit(ProviderRules.Synced(aggregate.State, Id, found, clock.GetUtcNow()));
        return found.Length;
    }

    public Task<ProviderView> Show(Caller by) => Task.FromResult(Known().ToView(Id));

    public Task<ProviderCheck[]> Test(Caller by)
    {
        Known();
        return GrainFactory.ServerLine(Id).Test();
    }

    public Task<ProviderLineView> Line(Caller by)
    {
        Known();
        return GrainFactory.ServerLine(Id).Show();
    }

    public Task<ProviderConnection?> Connection() =>
        Task.FromResult(
            aggregate.State.Kind is { } kind
                ? new ProviderConnection(
                    Id,
                    kind,
                    aggregate.State.Url,
                    aggregate.State.SealedSecrets.ToDictionary(),
                    aggregate.State.Locations.ToDictionary()
                )
                : null
        );

    public Task<DateTimeOffset?> EggsSyncedAt() => Task.FromResult(aggregate.State.EggsSyncedAt);

    public async Task Due()
    {
        if (aggregate.State.SyncAt > clock.GetUtcNow())
            return;
        var eggs = await GrainFactory.ServerLine(Id).Eggs();
        await aggregate.Commit(
            eggs is { IsDone: true, Value: { } found }
                ? ProviderRules.Synced(aggregate.State, Id, found, clock.GetUtcNow())
                : new Change<ProviderState>(
                    aggregate.State with
                    {
                        SyncAt = clock.GetUtcNow() + SyncAgain,
                    }
                )
        );
    }

    private ProviderState Known() =>
        aggregate.State.Kind is null ? throw CommonRefusals.NotFound("provider") : aggregate.State;
}
