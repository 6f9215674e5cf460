using Elizon.Grains.Identity;
using Elizon.Identity;

namespace Elizon.Grains.Tests.Identity;

public sealed class RegistrationTests(IdentityCluster cluster) : IClassFixture<IdentityCluster>
{
    private ElizonCluster Cluster => cluster.Cluster;

    [Fact]
    public async Task A_person_signs_up_gets_a_code_and_is_verified_by_it()
    {
        var signedIn = await cluster.SignUp("jo@customer.example");
        Assert.False(signedIn.User.Verified);
        Assert.False((await cluster.Admit(signedIn)).Principal!.Verified);

        var code = await Cluster.CodeOf("jo@customer.example");
        var user = await Cluster
            .Grains.User(signedIn.User.Id)
            .VerifyAccount(code, cluster.By(signedIn));

        Assert.True(user.Verified);
        Assert.True((await cluster.Admit(signedIn)).Principal!.Verified);
        Assert.Equal(
            signedIn.User.Id,
            await Cluster.Grains.UserDirectory().FindByEmail("JO@customer.example")
        );
    }

    [Fact]
    public async Task A_taken_address_looks_the_same_but_no_code_comes_and_none_verifies()
    {
        var owner = await Cluster.Customer();
        var second = await cluster.SignUp(owner.Email.ToUpperInvariant());
        await Cluster.Quiet();

        Assert.False(second.User.Verified);
        Assert.NotNull((await cluster.Admit(second)).Principal);
        var mail = Cluster.Mails.To(second.User.Email)[^1];
        Assert.Equal("Ihre Anmeldung bei elizon", mail.Subject);
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            Cluster.Grains.User(second.User.Id).VerifyAccount("123456", cluster.By(second))
        );
        Assert.Equal("code.wrong", refusal.Key);
    }

    [Fact]
    public async Task Of_twenty_registrations_that_prove_one_address_at_once_exactly_one_gets_it()
    {
        const string email = "contested@customer.example";
        var rivals = new List<(Customer Person, string Code)>();
        for (var i = 0; i < 20; i++)
        {
            var person = await Cluster.Registration(email: email);
            rivals.Add((person, await Cluster.CodeOf(email)));
        }

        var outcomes = await Task.WhenAll(rivals.Select(r => Verify(r.Person, r.Code)));

        Assert.Equal(1, outcomes.Count(o => o is null));
        Assert.All(
            outcomes.Where(o => o is not null),
            o => Assert.Equal("account.addressTaken", o)
        );
        var winner = rivals[Array.IndexOf(outcomes, null)].Person.Id;
        Assert.Equal(winner, await Cluster.Grains.UserDirectory().FindByEmail(email));
        var verified = await Task.WhenAll(
            rivals.Select(r => Cluster.Grains.User(r.Person.Id).Show())
        );
        Assert.Equal([winner], verified.Where(u => u.Verified).Select(u => u.Id));
    }

    [Fact]
    public async Task The_same_operation_signs_up_once_and_opens_a_session_each_time()
    {
        var operation = new Operation("register-op", "body");
        var first = await cluster.SignUp("twice@customer.example", operation: operation);
        var again = await cluster.SignUp("twice@customer.example", operation: operation);

        Assert.Equal(first.User, again.User);
        Assert.NotEqual(first.Token, again.Token);
        Assert.NotNull((await cluster.Admit(again)).Principal);
        await Cluster.Quiet();
        Assert.Single(Cluster.Mails.To("twice@customer.example"));
    }

    [Fact]
    public async Task A_code_can_be_asked_for_again_after_a_minute_and_voids_the_first()
    {
        var person = await Cluster.Registration();
        var first = await Cluster.CodeOf(person.Email);
        var grain = Cluster.Grains.User(person.Id);
        await Assert.ThrowsAsync<Refusal>(() =>
            grain.ResendCode(person.Caller(Cluster.Clock.GetUtcNow()))
        );

        Cluster.Clock.Advance(TimeSpan.FromSeconds(61));
        await grain.ResendCode(person.Caller(Cluster.Clock.GetUtcNow()));
        var second = await Cluster.CodeOf(person.Email);

        Assert.Equal(2, Cluster.Mails.To(person.Email).Count);
        Assert.Equal(first == second ? null : "code.wrong", await Verify(person, first));
        Assert.Null(await Verify(person, second));
    }

    [Fact]
    public async Task An_unproven_registration_is_gone_after_a_week_with_its_session()
    {
        var person = await Cluster.Registration();
        await Cluster.AdvanceTo(Cluster.Clock.GetUtcNow().AddDays(7));

        Assert.Null(
            (
                await Cluster.Grains.SessionCredential(person.Session.Value).Admit("127.0.0.1")
            ).Principal
        );
        await Assert.ThrowsAsync<Refusal>(() => Cluster.Grains.User(person.Id).Show());
        Assert.Equal(
            0L,
            await Cluster.Scalar<long>($"select count(*) from person where id = '{person.Id}'")
        );
        Assert.DoesNotContain(
            person.Email,
            await Cluster.Scalar<string>(
                $"select state::text from aggregate where kind = 'user' and id = '{person.Id}'"
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Ten_registrations_a_day_with_one_address_are_enough()
    {
        for (var i = 0; i < 10; i++)
            await Cluster.Registration(email: "bombed@customer.example");
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            cluster.SignUp("bombed@customer.example")
        );
        Assert.Equal("registration.tooMany", refusal.Key);
    }

    private async Task<string?> Verify(Customer person, string code)
    {
        try
        {
            await Cluster
                .Grains.User(person.Id)
                .VerifyAccount(code, person.Caller(Cluster.Clock.GetUtcNow()));
            return null;
        }
        catch (Refusal refusal)
        {
            return refusal.Key;
        }
    }
}
