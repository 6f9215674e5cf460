using Elizon.Grains.Identity;
using Elizon.Grains.Mail;
using Elizon.Identity;

namespace Elizon.Rules.Tests.Identity;

public sealed class ActivationTests
{
    [Fact]
    public void A_registration_mails_a_code_and_keeps_only_its_hash()
    {
        var change = User.Register(Samples.Facts(), Samples.Code("123456"), Samples.Now);

        var mail = change.Messages<SendMail>().Single();
        Assert.Equal(("activation", "jo@customer.example"), (mail.Template, mail.Address));
        Assert.DoesNotContain(
            "123456",
            Elizon.Grains.Storage.Json.Write(change.Next),
            StringComparison.Ordinal
        );
        Assert.Equal(new Consent("v1", Samples.Now), change.Next.Terms);
    }

    [Fact]
    public void For_a_taken_address_the_mail_says_so_and_brings_no_code() =>
        Assert.Equal(
            "address-taken",
            User.Register(Samples.Facts(taken: true), Samples.Code("x"), Samples.Now)
                .Messages<SendMail>()
                .Single()
                .Template
        );

    [Fact]
    public void The_right_code_verifies_claims_the_address_and_tells_the_session()
    {
        var change = Verify(Samples.Registered, "123456").Change!;

        Assert.Equal(Samples.Now, change.Next.VerifiedAt);
        Assert.Single(change.Rows, r => r.Row is UserEmailRow { EmailKey: "jo@customer.example" });
        Assert.Equal(
            new StandingChanged(1, true, StaffRole.None),
            change.Messages<StandingChanged>().Single()
        );
    }

    [Fact]
    public void After_five_wrong_codes_not_even_the_right_one_verifies()
    {
        var state = Samples.Registered;
        for (var left = 4; left >= 0; left--)
        {
            var (change, refusal) = Verify(state, "000000");
            Assert.Equal("code.wrong", refusal!.Key);
            Assert.Equal(left, change!.Next.Activation!.TriesLeft);
            state = change.Next;
        }
        Assert.Equal("code.expired", Refused(() => Verify(state, "123456")));
    }

    [Fact]
    public void A_code_is_good_for_ten_minutes()
    {
        Assert.NotNull(
            Verify(
                Samples.Registered,
                "123456",
                Samples.Now.AddMinutes(10).AddTicks(-1)
            ).Change!.Next.VerifiedAt
        );
        Assert.Equal(
            "code.expired",
            Refused(() => Verify(Samples.Registered, "123456", Samples.Now.AddMinutes(10)))
        );
    }

    [Fact]
    public void Who_is_verified_stays_so() =>
        Assert.Null(Verify(Samples.Verified, "999999").Change);

    [Fact]
    public void Another_person_s_code_does_not_fit() =>
        Assert.NotEqual(
            Samples.CodeHash("123456"),
            OneTimeSecret.Hash(OneTimeSecrets.CodePurpose, new UserId("someone-else"), "123456")
        );

    [Fact]
    public void A_code_is_sent_again_after_60_seconds_with_all_its_tries()
    {
        var tired = Verify(Samples.Registered, "000000").Change!.Next;
        var refusal = Assert.Throws<Refusal>(() => Resend(tired, Samples.Now.AddSeconds(59.5)));
        Assert.Equal(("code.tooSoon", 1), (refusal.Key, refusal.RetryAfterSeconds));

        var next = Resend(tired, Samples.Now.AddSeconds(60)).Next;
        Assert.Equal((5, 2), (next.Activation!.TriesLeft, next.Activation.Sent));
    }

    [Fact]
    public void Codes_are_sent_ten_times_in_all()
    {
        var (state, now) = (Samples.Registered, Samples.Now);
        for (var i = 1; i < User.MostCodes; i++)
            state = Resend(state, now = now.AddSeconds(60)).Next;
        Assert.Equal("code.tooMany", Refused(() => Resend(state, now.AddSeconds(60))));
    }

    [Fact]
    public void A_registration_lapses_after_a_week_and_leaves_nothing_personal()
    {
        var state = Samples.Registered;
        Assert.Null(User.Lapse(Samples.Jo, state, Samples.Now.AddDays(7).AddTicks(-1)));

        var change = User.Lapse(Samples.Jo, state, Samples.Now.AddDays(7))!;
        Assert.Equal(new UserState { Lapsed = true, RegisteredAt = Samples.Now }, change.Next);
        Assert.Null(change.Next.DueAt);
        Assert.Single(change.Messages<CredentialEnded>());
    }

    [Fact]
    public void A_verified_person_never_lapses() =>
        Assert.Null(User.Lapse(Samples.Jo, Samples.Verified, Samples.Now.AddYears(10)));

    private static Verdict Verify(UserState state, string code, DateTimeOffset? at = null) =>
        User.Verify(Samples.Jo, state, Samples.CodeHash(code), "session/x", at ?? Samples.Now);

    private static Elizon.Grains.Storage.Change<UserState> Resend(
        UserState state,
        DateTimeOffset at
    ) => User.Resend(Samples.Jo, state, Samples.Code("654321"), false, at);

    private static string Refused(Func<object> rule) => Assert.Throws<Refusal>(rule).Key;
}
