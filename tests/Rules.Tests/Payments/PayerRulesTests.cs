using Elizon.Grains.Billing;
using Elizon.Grains.Payments.Payers;
using Elizon.Grains.Providers;
using Elizon.Payments;

namespace Elizon.Rules.Tests.Payments;

public sealed class PayerRulesTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);
    private static readonly AccountId Account = new("acc");

    private static ProviderMandate Mandate(
        string id,
        MandateStatus status = MandateStatus.Valid,
        int day = 0,
        string kind = "creditcard"
    ) => new(new MandateId(id), kind, status, "Card", null, Start.AddDays(day));

    private static PayerState Known(params ProviderMandate[] mandates) =>
        PayerRules.Observed(new PayerState(), Account, "test", mandates, Start)?.Next
        ?? new PayerState();

    private static SavedMethod? Told(PayerState before, params ProviderMandate[] mandates) =>
        PayerRules
            .Observed(before, Account, "test", mandates, Start)!
            .Messages.Select(m => m.Message)
            .OfType<SavedMethodChanged>()
            .Single()
            .Method;

    [Fact]
    public void A_payer_is_made_known_once_and_under_one_key()
    {
        var begun = PayerRules.Begin(new PayerState(), "test", Start)!;
        Assert.Null(PayerRules.Begin(begun, "test", Start));
        var made = PayerRules.Made(begun, "test", "cst_1")!;
        Assert.Null(PayerRules.Made(made, "test", "cst_2"));
        Assert.Equal("cst_1", made.In("test").Customer);
        Assert.Equal(
            PayerRules.KeyOf(Account, "test", 0),
            PayerRules.KeyOf(Account, "test", begun.In("test").Creates)
        );
    }

    [Fact]
    public void Mandates_that_are_given_up_are_read_until_none_is_left()
    {
        var known = PayerRules.Made(Known(Mandate("m1")), "test", "cst_1")!;
        var given = PayerRules.GiveUp(known, Start);
        Assert.True(given.GivesUp);
        Assert.NotNull(given.DueAt);
        // The provider has not revoked it yet: its due time stays, and so does the pause before it.
        var still = PayerRules.Observed(given, Account, "test", [Mandate("m1")], Start)!.Next;
        Assert.Equal((given.ReadAt, given.Reads), (still.ReadAt, still.Reads));
        var gone = PayerRules
            .Observed(still, Account, "test", [Mandate("m1", MandateStatus.Invalid)], Start)!
            .Next;
        Assert.Equal((null, true), (gone.DueAt, gone.GivesUp));
        // One of a payment that began before comes later.
        var late = PayerRules.Observed(gone, Account, "test", [Mandate("m2")], Start)!.Next;
        Assert.NotNull(late.DueAt);
    }

    [Theory]
    [InlineData(MandateStatus.Valid, "m1")]
    [InlineData(MandateStatus.Invalid, null)]
    public void What_was_not_revoked_is_told_when_it_is_kept(MandateStatus status, string? told)
    {
        var given = PayerRules.GiveUp(Known(Mandate("m1", status)), Start);
        var kept = PayerRules.Keep(given, Account);
        Assert.False(kept.Next.GivesUp);
        Assert.Equal(
            told,
            kept.Messages.Select(m => m.Message)
                .OfType<SavedMethodChanged>()
                .SingleOrDefault()
                ?.Method!.Mandate.Value
        );
    }

    [Fact]
    public void Who_is_unknown_at_the_provider_has_nothing_to_give_up() =>
        Assert.Null(PayerRules.GiveUp(new PayerState(), Start).DueAt);

    [Fact]
    public void Worlds_share_nothing()
    {
        var made = PayerRules.Made(new PayerState(), "test", "cst_1")!;
        Assert.Null(made.In("live").Customer);
        Assert.NotEqual(PayerRules.KeyOf(Account, "test", 0), PayerRules.KeyOf(Account, "live", 0));
    }

    [Fact]
    public void A_payer_the_provider_does_not_have_gets_a_new_key_once()
    {
        var begun = PayerRules.Begin(new PayerState(), "test", Start)!;
        var again = PayerRules.NotFound(begun, "test", 0, Start.AddHours(1))!;
        Assert.Equal(
            (1, Start.AddHours(1)),
            (again.In("test").Creates, again.In("test").CreatingSince)
        );
        Assert.Null(PayerRules.NotFound(again, "test", 0, Start.AddHours(1)));
    }

    [Fact]
    public void The_newest_good_mandate_is_used_and_the_account_is_told()
    {
        Assert.Equal(
            new MandateId("mdt_2"),
            Told(new PayerState(), Mandate("mdt_1"), Mandate("mdt_2", day: 1))!.Mandate
        );
    }

    [Fact]
    public void A_valid_mandate_goes_before_a_newer_one_that_is_pending() =>
        Assert.Equal(
            new MandateId("mdt_1"),
            Told(
                new PayerState(),
                Mandate("mdt_1"),
                Mandate("mdt_2", MandateStatus.Pending, 1)
            )!.Mandate
        );

    [Fact]
    public void The_choice_counts_while_it_is_good()
    {
        var two = Known(Mandate("mdt_1"), Mandate("mdt_2", day: 1));
        var chosen = PayerRules.Choose(two, Account, "test", new MandateId("mdt_1"))!;
        Assert.IsType<SavedMethodChanged>(Assert.Single(chosen.Messages).Message);
        Assert.Equal(
            new MandateId("mdt_2"),
            Told(
                chosen.Next,
                Mandate("mdt_1", MandateStatus.Invalid),
                Mandate("mdt_2", day: 1)
            )!.Mandate
        );
    }

    [Fact]
    public void What_is_not_there_or_no_longer_good_cannot_be_chosen()
    {
        var one = Known(Mandate("mdt_1", MandateStatus.Invalid));
        foreach (var id in new[] { "mdt_1", "mdt_9" })
            Assert.Equal(
                RefusalKind.NotFound,
                Assert
                    .Throws<Refusal>(() =>
                        PayerRules.Choose(one, Account, "test", new MandateId(id))
                    )
                    .Kind
            );
    }

    [Fact]
    public void The_last_mandate_gone_leaves_nothing_to_collect_by() =>
        Assert.Null(Told(Known(Mandate("mdt_1")), Mandate("mdt_1", MandateStatus.Invalid)));

    [Fact]
    public void The_same_mandates_again_change_nothing() =>
        Assert.Null(
            PayerRules.Observed(Known(Mandate("mdt_1")), Account, "test", [Mandate("mdt_1")], Start)
        );

    [Fact]
    public void A_pending_mandate_is_read_again()
    {
        var pending = Known(Mandate("mdt_1", MandateStatus.Pending));
        Assert.Equal(Start.AddHours(6), pending.DueAt);
        var valid = PayerRules.Observed(pending, Account, "test", [Mandate("mdt_1")], Start)!.Next;
        Assert.Null(valid.DueAt);
    }

    [Fact]
    public void A_read_that_does_not_come_back_is_tried_less_and_less_often()
    {
        var payer = PayerRules.ToBeRead(new PayerState(), Start);
        Assert.Equal(Start.AddSeconds(45), payer.DueAt);
        for (var n = 0; n < 20; n++)
            payer = PayerRules.ToBeRead(payer, Start);
        Assert.Equal(Start.AddHours(6), payer.DueAt);
    }
}
