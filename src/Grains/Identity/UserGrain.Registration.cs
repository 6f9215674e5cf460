using Elizon.Grains.Storage;
using Elizon.Identity;

namespace Elizon.Grains.Identity;

internal sealed partial class UserGrain
{
    public async Task<UserView> Register(
        RegistrationFacts facts,
        Visitor visitor,
        Operation? operation
    )
    {
        if (await aggregate.Replay<UserView>(operation) is { } earlier)
        {
            // Only who knows the same body, with the password in it, gets here.
            await OpenSession(facts.Session, visitor);
            return earlier;
        }
        var change = User.Register(facts, secrets.Code(Id, facts.AddressTaken), clock.GetUtcNow());
        var view = await aggregate.Commit(change, operation, change.Next.ToView(Id));
        await Open(facts.Session, visitor);
        return view;
    }

    public async Task<UserView> FoundStaff(RegistrationFacts facts, Visitor visitor)
    {
        if (aggregate.Exists)
            return await OpenSession(facts.Session, visitor);
        await Claim(User.FoundStaff(facts, clock.GetUtcNow()));
        await Open(facts.Session, visitor);
        return State.ToView(Id);
    }

    public async Task<UserView> VerifyAccount(string code, Caller by)
    {
        var hash = OneTimeSecret.Hash(OneTimeSecrets.CodePurpose, Id, code);
        var (change, refusal) = User.Verify(Id, State, hash, by.By, clock.GetUtcNow());
        if (change is not null)
            await Claim(change);
        return refusal is null ? State.ToView(Id) : throw refusal;
    }

    public async Task ResendCode(Caller by)
    {
        var taken = await GrainFactory.UserDirectory().FindByEmail(State.Email) is not null;
        await Commit(User.Resend(Id, State, secrets.Code(Id, taken), taken, clock.GetUtcNow()));
    }

    /// <summary>Commits what claims an address; somebody else's claim that came first is told as such.</summary>
    private async Task Claim(Change<UserState> change)
    {
        try
        {
            await Commit(change);
        }
        catch (UniqueViolationException taken) when (taken.Constraint == UserEmailRow.Unique)
        {
            throw IdentityRefusals.AddressTaken();
        }
    }
}
