using Elizon.Billing;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.AutoTopUps;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Mail;
using Elizon.Grains.Payments;
using Elizon.Grains.Storage;
using Elizon.Payments;

namespace Elizon.Rules.Tests.Billing;

public sealed class TopUpsTests
{
    private static readonly AutoTopUpId Rule = new("rule");
    private int _debits;

    private static AccountState With(
        long balance,
        string kind = "creditcard",
        long dailyMax = 10_000
    )
    {
        var state = new AccountState
        {
            Balance = new Money(balance),
            SavedMethod = new SavedMethod(new MandateId("mdt_1"), kind, "M-1"),
        };
        return TopUpRules.Create(
            state,
            Rule,
            new AutoTopUpTerms(new Money(1000), new Money(2500), new Money(dailyMax)),
            "de",
            Samples.House,
            Samples.Now
        );
    }

    private Change<AccountState> Spend(
        AccountState state,
        long cents,
        DateTimeOffset? now = null
    ) =>
        new Change<AccountState>(state).Book(
            Samples.Account,
            Movements.Debit($"d{_debits++}", new Money(cents), "test"),
            now ?? Samples.Now
        );

    private static PaymentIntent? Collected(Change<AccountState> change) =>
        change
            .Messages.Select(m => m.Message)
            .OfType<CollectPayment>()
            .Select(c => c.Intent)
            .SingleOrDefault();

    private static PaymentEnded Failed(AccountState state, string? reason = "AM04") =>
        new(state.TopUps.UnderWay!.Payment, PaymentPurpose.TopUp, null, "failed", reason);

    [Fact]
    public void A_balance_that_falls_below_the_threshold_is_topped_up_in_the_same_commit()
    {
        var change = Spend(With(1500), 600);
        var intent = Collected(change)!;
        Assert.Equal(
            (new Money(2500), PaymentPurpose.TopUp, PaymentSequence.Recurring),
            (intent.Amount, intent.Purpose, intent.Sequence)
        );
        Assert.Equal(intent.Id, change.Next.TopUps.UnderWay!.Payment);
    }

    [Fact]
    public void A_balance_at_the_threshold_is_left_alone() =>
        Assert.Null(Collected(Spend(With(1500), 500)));

    [Fact]
    public void A_higher_balance_starts_nothing() =>
        Assert.Null(
            Collected(
                new Change<AccountState>(With(100)).Book(
                    Samples.Account,
                    Movements.Credit("c1", new Money(1), "test"),
                    Samples.Now
                )
            )
        );

    [Fact]
    public void One_is_under_way_at_a_time()
    {
        var first = Spend(With(1500), 600).Next;
        Assert.Null(Collected(Spend(first, 100)));
    }

    [Fact]
    public void Each_has_an_id_of_its_own()
    {
        var first = Spend(With(1500), 600);
        var done = TopUps.Ended(first.Next, Samples.Account, Failed(first.Next))!.Next;
        Assert.NotEqual(Collected(first)!.Id, Collected(Spend(done, 100))!.Id);
    }

    [Fact]
    public void The_daily_cap_holds_for_24_hours_and_counts_no_failures()
    {
        var state = With(1500, dailyMax: 5000);
        var now = Samples.Now;
        state = Arrived(Spend(state, 600, now).Next, now);
        state = Spend(state, state.Balance.Cents - 100, now).Next;
        state = TopUps.Ended(state, Samples.Account, Failed(state))!.Next;
        state = Arrived(Spend(state, 1, now).Next, now);
        state = Spend(state, state.Balance.Cents - 50, now).Next;
        Assert.Null(state.TopUps.UnderWay);
        Assert.NotNull(Collected(Spend(state, 1, now.AddHours(24))));
    }

    [Fact]
    public void Without_a_saved_method_nothing_is_collected() =>
        Assert.Null(Collected(Spend(With(1500) with { SavedMethod = null }, 600)));

    [Fact]
    public void Three_failures_in_a_row_switch_it_off_with_one_mail()
    {
        var state = With(1500);
        SendMail[] mails = [];
        for (var n = 0; n < 3; n++)
        {
            state = Spend(state, 501).Next;
            var ended = TopUps.Ended(state, Samples.Account, Failed(state))!;
            mails = [.. ended.Messages.Select(m => m.Message).OfType<SendMail>()];
            Assert.Equal(n == 2 ? 1 : 0, mails.Length);
            state = ended.Next with { Balance = new Money(1500) };
        }
        Assert.Equal((false, "AM04"), (state.TopUps.Rule!.Enabled, state.TopUps.Rule.OffReason));
        Assert.Null(Collected(Spend(state, 600)));
    }

    [Fact]
    public void A_top_up_that_arrives_forgives_failures()
    {
        var failed = Spend(With(1500), 600).Next;
        failed = TopUps.Ended(failed, Samples.Account, Failed(failed))!.Next;
        var next = Arrived(Spend(failed, 1).Next, Samples.Now);
        Assert.Equal(0, next.TopUps.Rule!.Failures);
    }

    [Theory]
    [InlineData("MD01")]
    [InlineData("AC01")]
    [InlineData("AC04")]
    [InlineData("AC06")]
    [InlineData("MS02")]
    [InlineData("card_expired")]
    [InlineData("no_mandate")]
    public void A_reason_that_cannot_get_better_switches_it_off_at_once(string reason)
    {
        var state = Spend(With(1500), 600).Next;
        var ended = TopUps.Ended(state, Samples.Account, Failed(state, reason))!;
        Assert.Equal(reason, ended.Next.TopUps.Rule!.OffReason);
    }

    [Fact]
    public void A_direct_debit_is_announced() =>
        Assert.Single(
            Spend(With(1500, "directdebit"), 600).Messages.Select(m => m.Message).OfType<SendMail>()
        );

    [Fact]
    public void Another_payments_end_is_none_of_its_business() =>
        Assert.Null(
            TopUps.Ended(
                Spend(With(1500), 600).Next,
                Samples.Account,
                new PaymentEnded(new PaymentId("x"), PaymentPurpose.TopUp, null, "failed")
            )
        );

    [Fact]
    public void A_deleted_rule_leaves_what_is_under_way_and_a_new_one_waits_for_it()
    {
        var state = Spend(With(1500), 600).Next;
        var again = TopUpRules.Create(
            TopUpRules.Delete(state, Rule),
            new AutoTopUpId("other"),
            new AutoTopUpTerms(new Money(1000), new Money(2500), null),
            "de",
            Samples.House,
            Samples.Now
        );
        Assert.Null(Collected(Spend(again, 1)));
    }

    [Fact]
    public void Switching_it_on_again_forgives()
    {
        var state = Spend(With(1500), 600).Next;
        state = TopUps.Ended(state, Samples.Account, Failed(state, "AC04"))!.Next;
        var on = TopUpRules.Update(
            state,
            Rule,
            new AutoTopUpChange(null, null, null, true),
            Samples.House
        );
        Assert.Equal(
            (true, 0, null),
            (on.TopUps.Rule!.Enabled, on.TopUps.Rule.Failures, on.TopUps.Rule.OffReason)
        );
    }

    [Theory]
    [InlineData(0, 2500, 10_000)]
    [InlineData(1000, 499, 10_000)]
    [InlineData(1000, 100_001, 200_000)]
    [InlineData(1000, 2500, 2499)]
    [InlineData(1000, 2500, 50_001)]
    public void Terms_without_sense_are_refused(long threshold, long amount, long dailyMax)
    {
        var refusal = Assert.Throws<Refusal>(() =>
            TopUpRules.Create(
                TopUpRules.Delete(With(0), Rule),
                Rule,
                new AutoTopUpTerms(new Money(threshold), new Money(amount), new Money(dailyMax)),
                "de",
                Samples.House,
                Samples.Now
            )
        );
        Assert.Equal(RefusalKind.Invalid, refusal.Kind);
    }

    [Fact]
    public void There_is_one_rule_and_it_needs_a_method()
    {
        Assert.Equal("autoTopUp.exists", Refused(With(0)));
        Assert.Equal("paymentMethod.none", Refused(new AccountState()));
    }

    private static string Refused(AccountState state) =>
        Assert
            .Throws<Refusal>(() =>
                TopUpRules.Create(
                    state,
                    Rule,
                    new AutoTopUpTerms(new Money(1000), new Money(2500), null),
                    "de",
                    Samples.House,
                    Samples.Now
                )
            )
            .Key;

    private static AccountState Arrived(AccountState state, DateTimeOffset now)
    {
        var payment = state.TopUps.UnderWay!.Payment;
        var received = new PaymentReceived(
            payment,
            PaymentPurpose.TopUp,
            null,
            state.TopUps.Rule!.Amount,
            $"tr_{payment}",
            "creditcard"
        );
        return TopUps
            .Received(
                Settlement.Received(
                    state,
                    Samples.Account,
                    received,
                    Samples.Buyer(),
                    Samples.House,
                    now
                ),
                received
            )
            .Next;
    }
}
