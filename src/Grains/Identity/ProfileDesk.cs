using Elizon.Billing;
using Elizon.Identity;
using Orleans.Concurrency;

namespace Elizon.Grains.Identity;

[StatelessWorker, Reentrant, GrainType("profile-desk")]
internal sealed class ProfileDesk : Grain, IProfileDesk
{
    public Task<UserView> Show(UserId user) => WithBalance(user, GrainFactory.User(user).Show());

    public Task<UserView> Change(UserId user, ProfileChange change, Caller by) =>
        WithBalance(user, GrainFactory.User(user).ChangeProfile(change, by));

    public async Task<CurrentSession> Session(UserId user, SessionId session)
    {
        var view = await Show(user);
        var sessions = await GrainFactory.User(user).Sessions(session);
        return new CurrentSession(view, sessions.First(s => s.Current));
    }

    public async Task<int> EndSessions(SessionId? session, SessionId current, Caller by)
    {
        if (session is not { } one)
            return await GrainFactory.User(by.User).EndOtherSessions(current, by);
        await GrainFactory.User(by.User).EndSession(one, by);
        return 1;
    }

    private async Task<UserView> WithBalance(UserId user, Task<UserView> person)
    {
        // The person first: whoever does not exist has no account to wake.
        var view = await person;
        return view with { Balance = await GrainFactory.Account(user).Balance() };
    }
}
