using Elizon.Identity;

namespace Elizon.Grains.Tests.Identity;

public sealed class PasswordTests(IdentityCluster cluster) : IClassFixture<IdentityCluster>
{
    private const string New = "Battery-Staple-8-klmnopqrst";

    private ElizonCluster Cluster => cluster.Cluster;

    [Fact]
    public async Task A_forgotten_password_is_set_anew_by_the_mailed_link_and_every_session_ends()
    {
        var old = await cluster.Verified("forgetful@customer.example");
        await cluster.Desk.ForgotPassword("forgetful@customer.example", cluster.Visitor);
        var token = await ResetToken("forgetful@customer.example", mails: 2);

        await cluster.Desk.CheckReset(token, cluster.Visitor);
        await cluster.Desk.ResetPassword(token, New, cluster.Visitor);

        Assert.Null((await cluster.Admit(old)).Principal);
        await Assert.ThrowsAsync<Refusal>(() =>
            cluster.Desk.Login(
                "forgetful@customer.example",
                IdentityCluster.Password,
                cluster.Visitor
            )
        );
        await cluster.Desk.Login("forgetful@customer.example", New, cluster.Visitor);
        var again = await Assert.ThrowsAsync<Refusal>(() =>
            cluster.Desk.ResetPassword(token, New, cluster.Visitor)
        );
        Assert.Equal("reset.invalid", again.Key);
        await Cluster.Quiet();
        Assert.Equal(
            "Ihr Passwort wurde geändert",
            Cluster.Mails.To("forgetful@customer.example")[^1].Subject
        );
    }

    [Fact]
    public async Task For_an_unknown_address_nothing_is_said_and_nothing_sent()
    {
        await cluster.Desk.ForgotPassword("stranger@customer.example", cluster.Visitor);
        await Cluster.Quiet();
        Assert.Empty(Cluster.Mails.To("stranger@customer.example"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("nobody.secret")]
    [InlineData("a.b.c")]
    public async Task A_made_up_token_is_refused(string token) =>
        Assert.Equal(
            "reset.invalid",
            (
                await Assert.ThrowsAsync<Refusal>(() =>
                    cluster.Desk.CheckReset(token, cluster.Visitor)
                )
            ).Key
        );

    [Fact]
    public async Task A_change_keeps_the_session_that_asked_and_ends_the_others()
    {
        var here = await cluster.Verified("changer@customer.example");
        var there = await cluster.Desk.Login(
            "changer@customer.example",
            IdentityCluster.Password,
            cluster.Visitor
        );

        await cluster.Desk.ChangePassword(
            IdentityCluster.Password,
            New,
            IdentityCluster.IdOf(here),
            cluster.By(here)
        );

        Assert.NotNull((await cluster.Admit(here)).Principal);
        Assert.Null((await cluster.Admit(there)).Principal);
        await cluster.Desk.Login("changer@customer.example", New, cluster.Visitor);
    }

    [Fact]
    public async Task A_change_needs_the_current_password_and_a_strong_new_one()
    {
        var here = await cluster.Verified("careful@customer.example");
        var wrong = await Change(here, "not-the-password", New);
        var weak = await Change(here, IdentityCluster.Password, "password123");
        Assert.Equal(("password.wrong", "request.invalid"), (wrong.Key, weak.Key));
        Assert.NotNull((await cluster.Admit(here)).Principal);
    }

    [Fact]
    public async Task An_old_hash_is_brought_up_to_date_at_the_next_login()
    {
        var here = await cluster.Verified("ancient@customer.example");
        var weak = new Microsoft.AspNetCore.Identity.PasswordHasher<object>(
            Microsoft.Extensions.Options.Options.Create(
                new Microsoft.AspNetCore.Identity.PasswordHasherOptions { IterationCount = 1_000 }
            )
        ).HashPassword(new object(), IdentityCluster.Password);
        var control = Cluster.Grains.GetGrain<Elizon.Grains.Identity.IUserControl>(
            here.User.Id.Value
        );
        await control.Rehash((await control.PasswordHash())!, weak);

        await cluster.Desk.Login(
            "ancient@customer.example",
            IdentityCluster.Password,
            cluster.Visitor
        );

        var fresh = await control.PasswordHash();
        Assert.NotEqual(weak, fresh);
        await cluster.Desk.Login(
            "ancient@customer.example",
            IdentityCluster.Password,
            cluster.Visitor
        );
        Assert.Equal(fresh, await control.PasswordHash());
    }

    private Task<Refusal> Change(SignedIn session, string current, string password) =>
        Assert.ThrowsAsync<Refusal>(() =>
            cluster.Desk.ChangePassword(
                current,
                password,
                IdentityCluster.IdOf(session),
                cluster.By(session)
            )
        );

    /// <summary>The link is asked for one-way: its mail is the event to wait for.</summary>
    private async Task<string> ResetToken(string email, int mails)
    {
        var sent = await Cluster.Mails.Wait(email, mails);
        var link = sent[^1]
            .Text.Split('\n')
            .Single(l => l.Contains("token=", StringComparison.Ordinal));
        return link.Split("token=")[1].Trim();
    }
}
