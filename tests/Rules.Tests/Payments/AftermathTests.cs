using Elizon.Grains.Billing;
using Elizon.Grains.Outbox;
using Elizon.Grains.Payments;
using Elizon.Grains.Providers;
using Elizon.Grains.Storage;
using Elizon.Payments;

namespace Elizon.Rules.Tests.Payments;

public sealed class AftermathTests
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

    private static ProviderPayment Seen(
        ProviderRefund[]? refunds = null,
        ProviderChargeback[]? chargebacks = null
    ) =>
        new(
            "tr_1",
            ProviderPaymentStatus.Paid,
            new Money(5000),
            true,
            "directdebit",
            null,
            null,
            Intent.Id,
            1
        )
        {
            Refunds = refunds ?? [],
            Chargebacks = chargebacks ?? [],
        };

    private static PaymentState Paid() =>
        PaymentRules
            .Observe(PaymentRules.Begin(new PaymentState(), Intent, Start)!.Next, [Seen()], Start)!
            .Next;

    private static ProviderChargeback Back(bool reversed = false) =>
        new("chb_1", new Money(5000), "MD06", reversed);

    private static ProviderRefund Refund(
        ProviderRefundStatus status,
        string? ours = "r1",
        string id = "re_1"
    ) => new(id, status, new Money(2000), ours is null ? null : new RefundId(ours));

    private static StartRefund Order(long cents, string id = "r1", RefundTo to = RefundTo.Method) =>
        new(new RefundId(id), "tr_1", new Money(cents), to);

    private static Message[] Messages(Change<PaymentState>? change) =>
        [.. change!.Messages.Select(m => m.Message)];

    private static Change<PaymentState>? Look(PaymentState payment, ProviderPayment seen) =>
        PaymentRules.Observe(payment, [seen], Start.AddDays(30));

    [Fact]
    public void A_chargeback_is_told_once()
    {
        var back = Look(Paid(), Seen(chargebacks: [Back()]));
        Assert.Equal(
            [
                new PaymentChargedBack(
                    Intent.Id,
                    PaymentPurpose.TopUp,
                    null,
                    new Money(5000),
                    "tr_1",
                    "chb_1",
                    "MD06"
                ),
            ],
            Messages(back)
        );
        Assert.Null(Look(back!.Next, Seen(chargebacks: [Back()])));
    }

    [Fact]
    public void Its_reversal_is_told_once_and_an_older_read_does_not_undo_it()
    {
        var back = Look(Paid(), Seen(chargebacks: [Back()]))!.Next;
        var reversed = Look(back, Seen(chargebacks: [Back(reversed: true)]));
        Assert.IsType<ChargebackReversed>(Assert.Single(Messages(reversed)));
        Assert.Null(Look(reversed!.Next, Seen(chargebacks: [Back()])));
        Assert.Null(Look(reversed.Next, Seen(chargebacks: [Back(reversed: true)])));
    }

    [Fact]
    public void A_chargeback_first_seen_when_it_is_over_is_told_from_the_beginning() =>
        Assert.Equal(
            [typeof(PaymentChargedBack), typeof(ChargebackReversed)],
            Messages(Look(Paid(), Seen(chargebacks: [Back(reversed: true)])))
                .Select(m => m.GetType())
        );

    [Fact]
    public void A_standing_chargeback_is_watched_because_its_end_comes_without_a_notice()
    {
        var back = Look(Paid(), Seen(chargebacks: [Back()]))!.Next;
        Assert.Equal(Start.AddDays(37), back.DueAt);
    }

    [Fact]
    public void A_paid_direct_debit_is_read_again_for_eight_weeks()
    {
        var payment = Paid();
        var days = new List<double>();
        while (payment.DueAt is { } due)
        {
            days.Add((due - Start).TotalDays);
            payment = PaymentRules.Checked(payment, due);
        }
        Assert.Equal([1, 7, 28, 56], days);
    }

    [Fact]
    public void A_refund_is_begun_once()
    {
        var begun = Aftermath.Begin(Paid(), Order(2000), Start)!;
        Assert.Empty(begun.Messages);
        Assert.Equal(new Money(3000), Aftermath.Left(begun.Next, "tr_1"));
        Assert.Null(Aftermath.Begin(begun.Next, Order(2000), Start));
    }

    [Theory]
    [InlineData(5000, 1)]
    [InlineData(3000, 2001)]
    public void What_is_more_than_is_left_is_refused_and_told(long first, long second)
    {
        var begun = Aftermath.Begin(Paid(), Order(first), Start)!.Next;
        var refused = Aftermath.Begin(begun, Order(second, "r2"), Start)!;
        Assert.Equal("r2", Assert.IsType<RefundFailed>(Assert.Single(Messages(refused))).Refund);
        Assert.Equal(new Money(5000 - first), Aftermath.Left(refused.Next, "tr_1"));
    }

    [Fact]
    public void What_was_charged_back_cannot_be_refunded_until_it_is_reversed()
    {
        var back = Look(Paid(), Seen(chargebacks: [Back()]))!.Next;
        Assert.Equal(Money.Zero, Aftermath.Left(back, "tr_1"));
        var reversed = Look(back, Seen(chargebacks: [Back(reversed: true)]))!.Next;
        Assert.Equal(new Money(5000), Aftermath.Left(reversed, "tr_1"));
    }

    [Fact]
    public void A_refund_is_told_when_it_is_made_and_never_again()
    {
        var begun = Aftermath.Begin(Paid(), Order(2000), Start)!.Next;
        var pending = Look(begun, Seen([Refund(ProviderRefundStatus.Pending)]));
        Assert.Empty(Messages(pending));
        var made = Look(pending!.Next, Seen([Refund(ProviderRefundStatus.Refunded)]));
        Assert.Equal(
            [
                new PaymentRefunded(
                    Intent.Id,
                    PaymentPurpose.TopUp,
                    null,
                    new Money(2000),
                    "tr_1",
                    "r1",
                    true
                ),
            ],
            Messages(made)
        );
        Assert.Null(Look(made!.Next, Seen([Refund(ProviderRefundStatus.Refunded)])));
        Assert.Null(Look(made.Next, Seen([Refund(ProviderRefundStatus.Pending)])));
    }

    [Theory]
    [InlineData(ProviderRefundStatus.Failed)]
    [InlineData(ProviderRefundStatus.Canceled)]
    public void A_refund_that_fails_in_the_end_is_told_and_can_be_asked_for_again(
        ProviderRefundStatus end
    )
    {
        var begun = Aftermath.Begin(Paid(), Order(2000), Start)!.Next;
        var pending = Look(begun, Seen([Refund(ProviderRefundStatus.Processing)]))!.Next;
        var failed = Look(pending, Seen([Refund(end)]));
        Assert.IsType<RefundFailed>(Assert.Single(Messages(failed)));
        Assert.Equal(new Money(5000), Aftermath.Left(failed!.Next, "tr_1"));
        Assert.Null(Look(failed.Next, Seen([Refund(end)])));
    }

    [Fact]
    public void A_refund_made_at_the_providers_pages_is_found()
    {
        var found = Look(Paid(), Seen([Refund(ProviderRefundStatus.Refunded, null, "re_9")]));
        var told = Assert.IsType<PaymentRefunded>(Assert.Single(Messages(found)));
        Assert.Equal(("re_9", false), (told.Refund, told.Ours));
        Assert.Equal(new Money(3000), Aftermath.Left(found!.Next, "tr_1"));
    }

    [Fact]
    public void A_refund_to_the_balance_is_only_counted()
    {
        var begun = Aftermath.Begin(Paid(), Order(2000, to: RefundTo.Balance), Start)!;
        Assert.Empty(begun.Messages);
        Assert.DoesNotContain(begun.Next.Refunds, r => r.IsToBeMade);
        Assert.Equal(new Money(3000), Aftermath.Left(begun.Next, "tr_1"));
    }

    [Fact]
    public void The_key_of_a_refund_changes_when_the_provider_has_forgotten_it()
    {
        var refund = Aftermath.Begin(Paid(), Order(2000), Start)!.Next.Refunds[0];
        Assert.Equal(Aftermath.KeyOf(refund, Start), Aftermath.KeyOf(refund, Start.AddMinutes(54)));
        Assert.NotEqual(
            Aftermath.KeyOf(refund, Start),
            Aftermath.KeyOf(refund, Start.AddMinutes(56))
        );
    }
}
