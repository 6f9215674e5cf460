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

    private async Task<UserView> WithBalance(UserId user, Task<UserView> person)
    {
        // The person first: whoever does not exist has no account to wake.
        var view = await person;
        return view with { Balance = await GrainFactory.Account(user).Balance() };
    }
}
