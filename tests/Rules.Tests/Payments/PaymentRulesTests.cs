using Elizon.Grains.Billing;
using Elizon.Grains.Payments;
using Elizon.Grains.Providers;
using Elizon.Grains.Storage;
using Elizon.Payments;

namespace Elizon.Rules.Tests.Payments;

public sealed class PaymentRulesTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);
    private static readonly PaymentIntent Intent = new(
        new PaymentId("pay"),
        new AccountId("acc"),
        new Money(5000),
        PaymentPurpose.TopUp,
        null,
        "top-up",
        "de"
    );

    private static PaymentState Begun() =>
        PaymentRules.Begin(new PaymentState(), Intent, Start)!.Next;

    private static ProviderPayment Seen(
        ProviderPaymentStatus status,
        string id = "tr_1",
        int attempt = 1,
        long cents = 5000
    ) =>
        new(
            id,
            status,
            new Money(cents),
            true,
            "ideal",
            "https://pay.example",
            null,
            Intent.Id,
            attempt
        );

    private static Change<PaymentState>? Observe(
        PaymentState payment,
        params ProviderPayment[] seen
    ) => PaymentRules.Observe(payment, seen, Start);

    [Fact]
    public void The_key_of_an_attempt_is_the_same_for_every_try() =>
        Assert.Equal(Begun().Attempts[0].Key, Begun().Attempts[0].Key);

    [Fact]
    public void An_open_attempt_serves_again() =>
        Assert.Null(
            PaymentRules.Begin(
                Observe(Begun(), Seen(ProviderPaymentStatus.Open))!.Next,
                Intent,
                Start
            )
        );

    [Fact]
    public void Paid_is_told_once()
    {
        var paid = Observe(Begun(), Seen(ProviderPaymentStatus.Paid))!;
        Assert.Equal(
            new PaymentReceived(
                Intent.Id,
                PaymentPurpose.TopUp,
                null,
                new Money(5000),
                "tr_1",
                "ideal"
            ),
            Assert.Single(paid.Messages).Message
        );
        Assert.Null(Observe(paid.Next, Seen(ProviderPaymentStatus.Paid)));
    }

    [Theory]
    [InlineData(ProviderPaymentStatus.Open)]
    [InlineData(ProviderPaymentStatus.Failed)]
    [InlineData(ProviderPaymentStatus.Expired)]
    public void What_is_read_late_does_not_take_paid_back(ProviderPaymentStatus late)
    {
        var paid = Observe(Begun(), Seen(ProviderPaymentStatus.Paid))!.Next;
        Assert.Null(Observe(paid, Seen(late)));
        Assert.Equal("PAID", PaymentRules.Status(paid));
    }

    [Theory]
    [InlineData(ProviderPaymentStatus.Failed, "failed")]
    [InlineData(ProviderPaymentStatus.Canceled, "canceled")]
    [InlineData(ProviderPaymentStatus.Expired, "expired")]
    public void The_end_is_told_once(ProviderPaymentStatus status, string word)
    {
        var ended = Observe(Begun(), Seen(status))!;
        Assert.Equal(
            word,
            Assert.IsType<PaymentEnded>(Assert.Single(ended.Messages).Message).Outcome
        );
        Assert.Null(Observe(ended.Next, Seen(status)));
    }

    [Fact]
    public void An_attempts_expiry_does_not_end_a_payment_that_another_attempt_paid()
    {
        var first = Observe(Begun(), Seen(ProviderPaymentStatus.Failed))!.Next;
        var second = PaymentRules.Begin(first, Intent, Start)!.Next;
        var paid = Observe(second, Seen(ProviderPaymentStatus.Paid, "tr_2", 2))!;
        Assert.IsType<PaymentReceived>(Assert.Single(paid.Messages).Message);
        Assert.Null(Observe(paid.Next, Seen(ProviderPaymentStatus.Expired)));
    }

    [Fact]
    public void A_second_paid_attempt_is_told_too_so_that_no_money_is_lost()
    {
        var paid = Observe(Begun(), Seen(ProviderPaymentStatus.Paid))!.Next;
        var again = Observe(paid, Seen(ProviderPaymentStatus.Paid, "tr_other", 9))!;
        Assert.Equal(
            "tr_other",
            Assert.IsType<PaymentReceived>(Assert.Single(again.Messages).Message).ProviderPayment
        );
    }

    [Fact]
    public void What_was_really_paid_is_told_not_what_was_asked() =>
        Assert.Equal(
            new Money(100),
            Assert
                .IsType<PaymentReceived>(
                    Assert
                        .Single(
                            Observe(Begun(), Seen(ProviderPaymentStatus.Paid, cents: 100))!.Messages
                        )
                        .Message
                )
                .Amount
        );

    [Fact]
    public void Another_intents_payment_changes_nothing() =>
        Assert.Null(
            Observe(
                Begun(),
                Seen(ProviderPaymentStatus.Paid) with
                {
                    Intent = new PaymentId("other"),
                }
            )
        );

    [Fact]
    public void A_notice_before_the_answer_to_the_create_finds_the_attempt()
    {
        var paid = Observe(Begun(), Seen(ProviderPaymentStatus.Paid))!.Next;
        Assert.Equal("tr_1", Assert.Single(paid.Attempts).ProviderId);
    }

    [Fact]
    public void An_open_attempt_is_checked_less_and_less_often()
    {
        var payment = Observe(Begun(), Seen(ProviderPaymentStatus.Open))!.Next;
        var now = Start;
        var pauses = new List<TimeSpan>();
        for (var n = 0; n < 5; n++)
        {
            var due = payment.DueAt!.Value;
            pauses.Add(due - now);
            payment = PaymentRules.Checked(payment, now = due);
        }
        Assert.Equal(
            [
                TimeSpan.FromMinutes(2),
                TimeSpan.FromMinutes(2),
                TimeSpan.FromMinutes(10),
                TimeSpan.FromHours(1),
                TimeSpan.FromHours(6),
            ],
            pauses
        );
    }

    [Fact]
    public void A_key_is_not_used_again_once_the_provider_has_forgotten_it() =>
        Assert.False(PaymentRules.MayCreate(Begun().Attempts[0], Start.AddMinutes(56)));

    [Fact]
    public void A_lost_attempt_ends_when_the_provider_was_asked_and_has_none()
    {
        var late = Start.AddHours(1);
        Assert.Null(PaymentRules.NotFound(Begun(), 1, Start.AddMinutes(54)));
        var ended = PaymentRules.NotFound(Begun(), 1, late)!;
        Assert.Equal("failed", ended.Next.Ended);
        Assert.Equal(
            FailureReasons.NotReachable,
            Assert.IsType<PaymentEnded>(Assert.Single(ended.Messages).Message).Reason
        );
    }

    [Fact]
    public void Paid_after_its_own_expiry_is_told_all_the_same()
    {
        var expired = Observe(Begun(), Seen(ProviderPaymentStatus.Expired))!.Next;
        var paid = Observe(expired, Seen(ProviderPaymentStatus.Paid))!;
        Assert.IsType<PaymentReceived>(Assert.Single(paid.Messages).Message);
        Assert.Equal("PAID", PaymentRules.Status(paid.Next));
    }

    [Fact]
    public void A_slow_payment_is_told_to_be_on_its_way_once()
    {
        var pending = Observe(Begun(), Seen(ProviderPaymentStatus.Pending))!;
        Assert.IsType<PaymentInFlight>(Assert.Single(pending.Messages).Message);
        Assert.Null(Observe(pending.Next, Seen(ProviderPaymentStatus.Pending)));
    }

    [Fact]
    public void A_state_comes_back_from_the_table_as_it_was()
    {
        var paid = Observe(
            Begun(),
            Seen(ProviderPaymentStatus.Paid) with
            {
                Chargebacks = [new("chb_1", new Money(5000), "MD06", false)],
            }
        )!.Next;
        Assert.Equal(Json.Write(paid), Json.Write(Json.Read<PaymentState>(Json.Write(paid))));
    }
}
