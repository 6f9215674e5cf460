using Elizon.Identity;

namespace Elizon.Grains.Identity;

internal sealed partial class SignInDesk
{
    public async Task<SignedIn> Login(string email, string password, Visitor visitor)
    {
        await Count("login", visitor, Options.LoginsPerMinute);
        var key = EmailAddress.KeyOf(email);
        var throttle = Throttle(key);
        await Take(throttle);
        var holders = await store.Holders(key, clock.GetUtcNow());
        // Who owns the address comes first, then the newest unproven registration with it: that one gets a restricted
        // session. A failure costs two hashes whoever exists, so its time tells nothing.
        var user =
            await Fits(holders.Verified, password)
            ?? await Fits(holders.Pending, password)
            ?? throw IdentityRefusals.WrongLogin();
        await throttle.Forgive();
        var token = secrets.SessionToken();
        return Opened(
            await Control(user).OpenSession(SessionId.Of(TokenHash.Of(token)), visitor),
            token
        );
    }

    public async Task ForgotPassword(string email, Visitor visitor)
    {
        await Count("forgot", visitor, Options.LoginsPerMinute);
        // Asked one-way: the answer takes as long with a person as without.
        if (await store.Owner(EmailAddress.KeyOf(email)) is { } user)
            await Control(user).AskReset();
    }

    public async Task CheckReset(string token, Visitor visitor)
    {
        await Count("reset", visitor, Options.LoginsPerMinute);
        var (user, secret) = Split(token);
        await Control(user).CheckReset(secret);
    }

    public async Task ResetPassword(string token, string password, Visitor visitor)
    {
        await CheckReset(token, visitor);
        var (user, secret) = Split(token);
        await CheckStrength(user, password);
        await Control(user).ResetPassword(secret, await Passwords.Hash(password));
    }

    public async Task ChangePassword(string current, string password, SessionId session, Caller by)
    {
        var throttle = Throttle(by.User.Value);
        await Take(throttle);
        var seen = await Control(by.User).PasswordHash();
        if (await Passwords.Check(seen, current) == PasswordCheck.Wrong)
            throw IdentityRefusals.WrongPassword();
        await throttle.Forgive();
        await CheckStrength(by.User, password);
        await Control(by.User)
            .ChangePassword(seen!, await Passwords.Hash(password), session, by.By);
    }

    public async Task Logout(SessionId? session, Caller by)
    {
        if (session is not { } id)
            return;
        if (await GrainFactory.GetGrain<ISessionGrain>(id.Value).Look() is { } sight)
            await Control(sight.User).EndOwnSession(id, by.By);
    }

    /// <summary>The person when the password is theirs; brings an old hash up to date on the way.</summary>
    private async Task<UserId?> Fits(UserId? user, string password)
    {
        var hash = user is { } person ? await Control(person).PasswordHash() : null;
        var check = await Passwords.Check(hash, password);
        if (check == PasswordCheck.Outdated)
            await Control(user!.Value).Rehash(hash!, await Passwords.Hash(password));
        return check == PasswordCheck.Wrong ? null : user;
    }

    private async Task CheckStrength(UserId user, string password)
    {
        var person = await GrainFactory.User(user).BillingProfile();
        string[] faults =
        [
            .. PasswordRules.Faults(password, person.Email, person.FirstName, person.LastName),
        ];
        if (faults.Length > 0)
            throw CommonRefusals.Invalid(faults);
    }

    private static (UserId User, string Secret) Split(string token) =>
        token.Split('.') is [var id, { Length: > 0 } secret] && IdText.IsValid(id)
            ? (UserId.Of(id), secret)
            : throw IdentityRefusals.WrongResetToken();

    /// <summary>The key is hashed: an address is personal.</summary>
    private ILoginThrottle Throttle(string whose) =>
        GrainFactory.GetGrain<ILoginThrottle>(TokenHash.Of(whose));

    private static async Task Take(ILoginThrottle throttle)
    {
        if (await throttle.Take() is { } wait)
            throw IdentityRefusals.TooManyTries(wait);
    }
}
