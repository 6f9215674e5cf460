using Elizon.Grains.Identity;
using Elizon.Identity;

namespace Elizon.Grains.Tests.Identity;

public sealed class LoginTests(IdentityCluster cluster) : IClassFixture<IdentityCluster>
{
    [Fact]
    public async Task The_right_password_opens_a_session()
    {
        await cluster.Verified("in@customer.example");
        var signedIn = await cluster.Desk.Login(
            " IN@customer.example",
            IdentityCluster.Password,
            cluster.Visitor
        );
        var principal = (await cluster.Admit(signedIn)).Principal!;
        Assert.Equal(
            (signedIn.User.Id, CallerKind.Session, true, null),
            (principal.User, principal.Kind, principal.Verified, principal.Scopes)
        );
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_get_the_same_words()
    {
        await cluster.Verified("known@customer.example");
        var wrong = await Refused("known@customer.example", "wrong-password");
        var unknown = await Refused("unknown@customer.example", "wrong-password");
        Assert.Equal(
            (wrong.Kind, wrong.Key, wrong.Message),
            (unknown.Kind, unknown.Key, unknown.Message)
        );
        Assert.Equal(RefusalKind.Unauthenticated, wrong.Kind);
    }

    [Fact]
    public async Task An_unknown_address_costs_the_hash_of_a_known_one()
    {
        await cluster.Verified("timed@customer.example");
        cluster.PasswordChecks.Clear();
        await Refused("timed@customer.example", "wrong-password");
        var known = cluster.PasswordChecks.ToArray();
        cluster.PasswordChecks.Clear();
        await Refused("not-timed@customer.example", "wrong-password");
        var unknown = cluster.PasswordChecks.ToArray();
        // One check for the owner, one for a newer registration; without a hash a dummy one takes the same rounds.
        Assert.Equal([false, true], known.Select(hash => hash is null));
        Assert.Equal([true, true], unknown.Select(hash => hash is null));
    }

    [Fact]
    public async Task A_registration_may_log_in_with_its_own_password_and_stays_restricted()
    {
        await cluster.SignUp("pending@customer.example");
        var signedIn = await cluster.Desk.Login(
            "pending@customer.example",
            IdentityCluster.Password,
            cluster.Visitor
        );
        Assert.False((await cluster.Admit(signedIn)).Principal!.Verified);
    }

    [Fact]
    public async Task A_registration_for_a_taken_address_logs_in_to_itself_never_to_the_owner()
    {
        var owner = await cluster.Verified("owned@customer.example");
        var squatter = await cluster.SignUp("owned@customer.example", "Other-Horse-9-zyxwvutsrq");
        var login = await cluster.Desk.Login(
            "owned@customer.example",
            "Other-Horse-9-zyxwvutsrq",
            cluster.Visitor
        );
        Assert.Equal(squatter.User.Id, login.User.Id);
        Assert.NotEqual(owner.User.Id, login.User.Id);
        Assert.False(login.User.Verified);
    }

    [Fact]
    public async Task After_ten_wrong_passwords_even_the_right_one_must_wait()
    {
        await cluster.Verified("guessed@customer.example");
        Assert.Equal("login.wrong", (await Refused("guessed@customer.example", "guess")).Key);
        // The other nine without their hashing: a slow machine would earn the next try meanwhile.
        var throttle = cluster.Cluster.Grains.GetGrain<ILoginThrottle>(
            TokenHash.Of(EmailAddress.KeyOf("guessed@customer.example"))
        );
        for (var i = 1; i < 10; i++)
            Assert.Null(await throttle.Take());
        var refusal = await Refused("guessed@customer.example", IdentityCluster.Password);
        Assert.Equal(("login.tooMany", RefusalKind.Limited), (refusal.Key, refusal.Kind));
        Assert.InRange(refusal.RetryAfterSeconds!.Value, 1, 30);
    }

    [Fact]
    public async Task One_address_logs_in_thirty_times_a_minute()
    {
        var visitor = new Visitor("198.51.100.1", "test");
        for (var i = 0; i < 30; i++)
            await cluster.Desk.ForgotPassword($"nobody{i}@customer.example", visitor);
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            cluster.Desk.ForgotPassword("nobody@customer.example", visitor)
        );
        Assert.Equal("login.tooMany", refusal.Key);
        await cluster.Desk.ForgotPassword(
            "nobody@customer.example",
            new Visitor("198.51.100.2", "test")
        );
    }

    private Task<Refusal> Refused(string email, string password) =>
        // Each from an address of its own: the limit per address has its own test.
        Assert.ThrowsAsync<Refusal>(() =>
            cluster.Desk.Login(email, password, new Visitor($"192.0.2.{password.Length}", "test"))
        );
}
