using Elizon.Grains.Scheduling;
using Elizon.Grains.Storage;
using Elizon.Identity;
using Microsoft.Extensions.Options;

namespace Elizon.Grains.Identity;

/// <summary>
/// A person. A shell around <see cref="User"/>: load, ask the rule, commit, tell the credentials, answer. One file per
/// topic.
/// </summary>
[GrainType("user")]
internal sealed partial class UserGrain(
    [Aggregate] IAggregate<UserState> aggregate,
    OneTimeSecrets secrets,
    CredentialCalls credentials,
    TimeProvider clock,
    [Wall] TimeProvider wall,
    IOptions<IdentityOptions> options
) : Grain, IUserGrain, IUserControl, IDue
{
    private UserId Id => UserId.Of(this.GetPrimaryKeyString());

    /// <summary>The state of a person who exists.</summary>
    private UserState State =>
        aggregate is { Exists: true, State.Lapsed: false }
            ? aggregate.State
            : throw CommonRefusals.NotFound("person");

    public Task<BillingProfile> BillingProfile() => Task.FromResult(State.ToBillingProfile(Id));

    public Task<UserView> Show() => Task.FromResult(State.ToView(Id));

    public async Task<UserView> ChangeProfile(ProfileChange change, Caller by)
    {
        if (await aggregate.Replay<UserView>(by.Operation) is { } earlier)
            return earlier;
        var changed = User.ChangeProfile(Id, State, change, by);
        return await aggregate.Commit(changed, by.Operation, changed.Next.ToView(Id));
    }

    public async Task<UserView> SetRoles(StaffRole roles, Caller by)
    {
        if (await aggregate.Replay<UserView>(by.Operation) is { } earlier)
            return earlier;
        var change = User.SetRoles(Id, State, roles, by);
        var answer = await aggregate.Commit(change, by.Operation, change.Next.ToView(Id));
        await credentials.Tell(change);
        return answer;
    }

    public async Task Due()
    {
        if (User.Lapse(Id, aggregate.State, clock.GetUtcNow()) is { } change)
            await Commit(change);
    }

    private async Task Commit(Change<UserState> change)
    {
        await aggregate.Commit(change);
        await credentials.Tell(change);
    }

    private Task Open(SessionId session, Visitor visitor) =>
        credentials.Open(
            session,
            new SessionFacts(Id, State.Epoch, State.VerifiedAt is not null, State.Roles, visitor)
        );
}
