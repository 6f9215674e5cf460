using Elizon.Grains.Identity;
using Elizon.Grains.Mail;
using Elizon.Identity;

namespace Elizon.Rules.Tests.Identity;

public sealed class PasswordChangeTests
{
    private const string Token = "token-hash";

    [Fact]
    public void A_reset_link_is_mailed_once_a_minute_and_ten_times_a_day()
    {
        var (state, now, sent) = (Samples.Verified, Samples.Now, 0);
        for (var i = 0; i < 30; i++, now = now.AddSeconds(30))
            if (Ask(state, now) is { } change)
                (state, sent) = (change.Next, sent + 1);
        Assert.Equal(User.MostResetsPerDay, sent);
        Assert.NotNull(Ask(state, Samples.Now.AddDays(1)));
    }

    [Fact]
    public void A_registration_gets_no_reset_link() =>
        Assert.Null(Ask(Samples.Registered, Samples.Now));

    [Fact]
    public void A_reset_sets_the_password_ends_every_session_and_works_once()
    {
        var state = WithTwoSessions(Ask(Samples.Verified, Samples.Now)!.Next);
        var change = User.Reset(Samples.Jo, state, Token, "hash-2", Samples.Now.AddMinutes(59));

        Assert.Equal("hash-2", change.Next.PasswordHash);
        Assert.Empty(change.Next.Sessions);
        Assert.Equal(2, change.Messages<CredentialEnded>().Count());
        Assert.Equal("password-changed", change.Messages<SendMail>().Single().Template);
        Assert.Equal(
            "reset.invalid",
            Refused(() => User.Reset(Samples.Jo, change.Next, Token, "hash-3", Samples.Now))
        );
    }

    [Fact]
    public void A_reset_link_is_good_for_an_hour_and_only_its_own_token_fits()
    {
        var state = Ask(Samples.Verified, Samples.Now)!.Next;
        Assert.Equal(
            "reset.invalid",
            Refused(() => User.Reset(Samples.Jo, state, Token, "h", Samples.Now.AddHours(1)))
        );
        Assert.Equal(
            "reset.invalid",
            Refused(() => User.Reset(Samples.Jo, state, "other", "h", Samples.Now))
        );
        Assert.Equal(
            "reset.invalid",
            Refused(() => User.Reset(Samples.Jo, new UserState(), "", "h", Samples.Now))
        );
    }

    [Fact]
    public void A_change_ends_the_other_sessions_and_keeps_the_one_that_asked()
    {
        var change = User.ChangePassword(
            Samples.Jo,
            WithTwoSessions(Samples.Verified),
            "hash-1",
            "hash-2",
            Samples.Second,
            "session/x",
            Samples.Now
        );
        Assert.Equal([Samples.Second], change.Next.Sessions.Select(s => s.Id));
        Assert.Single(change.Messages<CredentialEnded>());
    }

    [Fact]
    public void A_check_against_a_password_that_changed_meanwhile_is_void() =>
        Assert.Equal(
            "password.wrong",
            Refused(() =>
                User.ChangePassword(
                    Samples.Jo,
                    Samples.Verified,
                    "hash-0",
                    "hash-2",
                    Samples.First,
                    "session/x",
                    Samples.Now
                )
            )
        );

    [Fact]
    public void A_rehash_never_overwrites_a_newer_password() =>
        Assert.Null(User.Rehash(Samples.Verified, "hash-0", "hash-9"));

    [Fact]
    public void The_thirty_first_session_ends_the_oldest()
    {
        var state = Samples.Verified;
        for (var i = 2; i <= User.MostSessions; i++)
            state = Open(state, i).Next;
        Assert.Equal(User.MostSessions, state.Sessions.Count);

        var change = Open(state, 99);
        Assert.Equal(User.MostSessions, change.Next.Sessions.Count);
        Assert.DoesNotContain(change.Next.Sessions, s => s.Id == Samples.First);
        Assert.Equal(
            Samples.First.Value,
            change.Messages.Single(m => m.Message is CredentialEnded).Target.Id
        );
    }

    [Fact]
    public void Nobody_changes_their_own_staff_rights() =>
        Assert.Equal(
            "staff.ownRoles",
            Refused(() =>
                User.SetRoles(Samples.Jo, Samples.Verified, StaffRole.Admin, Samples.Session())
            )
        );

    [Fact]
    public void New_staff_rights_are_told_with_a_higher_epoch()
    {
        var change = User.SetRoles(
            Samples.Jo,
            Samples.Verified,
            StaffRole.Support,
            Samples.Session() with
            {
                User = new UserId("boss"),
            }
        );
        Assert.Equal(
            new StandingChanged(2, true, StaffRole.Support),
            change.Messages<StandingChanged>().Single()
        );
    }

    private static Elizon.Grains.Storage.Change<UserState>? Ask(
        UserState state,
        DateTimeOffset at
    ) => User.AskReset(Samples.Jo, state, Token, "sealed", at);

    private static UserState WithTwoSessions(UserState state) =>
        User.OpenSession(Samples.Jo, state, Samples.Second, Samples.Now).Next;

    private static Elizon.Grains.Storage.Change<UserState> Open(UserState state, int nr) =>
        User.OpenSession(Samples.Jo, state, new SessionId($"{nr:000000000000}"), Samples.Now);

    private static string Refused(Action rule) => Assert.Throws<Refusal>(rule).Key;
}
