using Elizon.Grains.Storage;
using Elizon.Identity;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Elizon.Grains.Identity;

/// <summary>
/// What happens before there is a session. Holds nothing between calls, so that many run at once while passwords are
/// hashed elsewhere.
/// </summary>
[StatelessWorker, Reentrant, GrainType("sign-in-desk")]
internal sealed partial class SignInDesk(
    IdentityStore store,
    OneTimeSecrets secrets,
    IOptions<IdentityOptions> options,
    TimeProvider clock,
    [Wall] TimeProvider wall
) : Grain, ISignInDesk
{
    private const int RegistrationsPerDay = 10;

    private IdentityOptions Options => options.Value;

    private IPasswordGrain Passwords => GrainFactory.GetGrain<IPasswordGrain>(0);

    public Task<RegistrationStatus> Status() =>
        Task.FromResult(
            new RegistrationStatus(
                Options.Registration,
                Options is { Registration: true, PrivateRegistration: true },
                Options is { Registration: true, BusinessRegistration: true }
            )
        );

    public async Task<SignedIn> Register(
        Registration registration,
        Visitor visitor,
        Operation? operation
    )
    {
        await Count("register", visitor, Options.RegistrationsPerMinute);
        await CheckOpen(registration.Profile.AccountType);
        var checkedIn = RegistrationRules.Check(registration);
        var holders = await store.Holders(
            checkedIn.Email.Key,
            clock.GetUtcNow() - TimeSpan.FromDays(1)
        );
        if (holders.Recent >= RegistrationsPerDay)
            throw IdentityRefusals.TooManyRegistrations(3600);
        var user = operation is null ? secrets.UserId() : NewId.Derived<UserId>(operation.Key);
        var (facts, token) = await Facts(
            user,
            checkedIn,
            registration.Password,
            holders.Verified is not null
        );
        return Opened(await Control(user).Register(facts, visitor, operation), token);
    }

    public async Task<SignedIn> InitStaff(string token, Registration registration, Visitor visitor)
    {
        await Count("init", visitor, Options.LoginsPerMinute);
        var house = GrainFactory.GetGrain<IStaffGrain>(StaffGrain.Key);
        var user = await house.Check(TokenHash.Of(token));
        var (facts, session) = await Facts(
            user,
            RegistrationRules.CheckStaff(registration),
            registration.Password,
            addressTaken: false
        );
        return Opened(await house.Found(TokenHash.Of(token), facts, visitor), session);
    }

    private async Task CheckOpen(AccountType type)
    {
        var status = await Status();
        if (!(type == AccountType.Private ? status.Private : status.Business))
            throw IdentityRefusals.RegistrationClosed();
    }

    private async Task<(RegistrationFacts Facts, string Token)> Facts(
        UserId user,
        CheckedRegistration registration,
        string password,
        bool addressTaken
    )
    {
        var token = secrets.SessionToken();
        return (
            new RegistrationFacts(
                user,
                registration.Email.Text,
                await Passwords.Hash(password),
                registration.Profile,
                Options.TermsVersion,
                SessionId.Of(TokenHash.Of(token)),
                addressTaken
            ),
            token
        );
    }

    private IUserControl Control(UserId user) => GrainFactory.GetGrain<IUserControl>(user.Value);

    private SignedIn Opened(UserView user, string token) =>
        new(user, token, wall.GetUtcNow() + SessionGrain.Life);

    private async Task Count(string what, Visitor visitor, int perMinute)
    {
        var rate = await GrainFactory
            .RateLimit($"{what}/{AddressKey.Of(visitor.Address)}")
            .Count(perMinute);
        if (!rate.Allowed)
            throw IdentityRefusals.TooManyTries(
                Math.Max(1, (int)Math.Ceiling((rate.ResetAt - wall.GetUtcNow()).TotalSeconds))
            );
    }
}
