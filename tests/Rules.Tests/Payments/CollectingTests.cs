using Elizon.Grains.Billing;
using Elizon.Grains.Payments;
using Elizon.Grains.Providers;
using Elizon.Payments;

namespace Elizon.Rules.Tests.Payments;

public sealed class CollectingTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 25, 8, 0, 0, TimeSpan.Zero);
    private static readonly AccountId Account = new("acc");
    private static readonly InvoiceId Invoice = new("inv");

    private static PaymentIntent Intent(int attempt = 0) =>
        Collecting.OfInvoice(Account, Invoice, attempt, new Money(999), "inv", "de");

    private static PaymentState Begun() =>
        PaymentRules.Collect(new PaymentState(), Intent(), Start)!.Next;

    private static ProviderPayment Seen(
        ProviderPaymentStatus status,
        string? reason = null,
        int attempt = 1
    ) =>
        new(
            $"tr_{attempt}",
            status,
            new Money(999),
            true,
            "directdebit",
            null,
            null,
            Intent().Id,
            attempt
        )
        {
            Reason = reason,
        };

    [Fact]
    public void An_invoice_and_an_attempt_are_one_payment_for_ever()
    {
        Assert.Equal(Intent().Id, Intent().Id);
        Assert.NotEqual(Intent().Id, Intent(1).Id);
    }

    [Fact]
    public void A_collection_is_begun_once_and_told_to_be_on_its_way()
    {
        var begun = PaymentRules.Collect(new PaymentState(), Intent(), Start)!;
        Assert.Equal(
            new PaymentInFlight(
                Intent().Id,
                PaymentPurpose.Invoice,
                Invoice,
                new Money(999),
                Start
            ),
            Assert.Single(begun.Messages).Message
        );
        Assert.Null(PaymentRules.Collect(begun.Next, Intent(), Start.AddDays(1)));
    }

    [Fact]
    public void A_collection_that_failed_is_not_begun_again_by_the_same_message()
    {
        var failed = PaymentRules
            .Observe(Begun(), [Seen(ProviderPaymentStatus.Failed, "AM04")], Start)!
            .Next;
        Assert.Null(PaymentRules.Collect(failed, Intent(), Start));
    }

    [Fact]
    public void The_banks_word_is_told_with_the_end()
    {
        var pending = PaymentRules
            .Observe(Begun(), [Seen(ProviderPaymentStatus.Pending)], Start)!
            .Next;
        var failed = PaymentRules.Observe(
            pending,
            [Seen(ProviderPaymentStatus.Failed, "AM04")],
            Start.AddDays(5)
        )!;
        Assert.Equal(
            new PaymentEnded(Intent().Id, PaymentPurpose.Invoice, Invoice, "failed", "AM04"),
            Assert.Single(failed.Messages).Message
        );
    }

    [Fact]
    public void A_fatal_reason_has_the_mandates_read_again()
    {
        var failed = PaymentRules.Observe(
            Begun(),
            [Seen(ProviderPaymentStatus.Failed, "AC04")],
            Start
        )!;
        Assert.Equal(
            [typeof(PaymentEnded), typeof(MandatesChanged)],
            failed.Messages.Select(m => m.Message.GetType())
        );
    }

    [Fact]
    public void While_the_provider_knows_the_key_a_vain_look_changes_nothing() =>
        Assert.Null(PaymentRules.NotFound(Begun(), 1, Start.AddMinutes(54)));

    [Fact]
    public void After_the_keys_life_a_vain_look_gives_the_next_try_a_new_key()
    {
        var again = PaymentRules.NotFound(Begun(), 1, Start.AddHours(1))!;
        Assert.Empty(again.Messages);
        Assert.Equal(2, again.Next.Attempts.Count);
        Assert.NotEqual(again.Next.Attempts[0].Key, again.Next.Attempts[1].Key);
        Assert.True(PaymentRules.MayCreate(again.Next.Attempts[1], Start.AddHours(1)));
    }

    [Fact]
    public void The_try_that_was_given_up_counts_when_it_shows_up_after_all()
    {
        var again = PaymentRules.NotFound(Begun(), 1, Start.AddHours(1))!.Next;
        var found = PaymentRules.Observe(
            again,
            [Seen(ProviderPaymentStatus.Paid)],
            Start.AddHours(1)
        )!;
        Assert.Single(found.Messages, m => m.Message is PaymentReceived);
    }

    [Fact]
    public void A_provider_that_is_away_for_a_day_ends_the_collection()
    {
        var state = Begun();
        PaymentEnded? ended = null;
        for (var now = Start; ended is null; now += TimeSpan.FromHours(1))
        {
            var change = PaymentRules.NotFound(state, state.Attempts.Count, now);
            state = change?.Next ?? state;
            ended = change?.Messages.Select(m => m.Message).OfType<PaymentEnded>().FirstOrDefault();
            Assert.True(now <= Start.AddHours(26));
        }
        Assert.Equal(FailureReasons.NotReachable, ended.Reason);
    }

    [Fact]
    public void Without_a_mandate_it_ends_at_once() =>
        Assert.Equal(
            FailureReasons.NoMandate,
            PaymentRules
                .NotMade(Begun(), 1, FailureReasons.NoMandate, Start)!
                .Messages.Select(m => m.Message)
                .OfType<PaymentEnded>()
                .Single()
                .Reason
        );

    [Fact]
    public void A_card_kept_for_later_is_no_money()
    {
        var intent = Intent() with
        {
            Purpose = PaymentPurpose.SavedMethod,
            Sequence = PaymentSequence.First,
            Invoice = null,
            Amount = Money.Zero,
        };
        var begun = PaymentRules.Begin(new PaymentState(), intent, Start)!.Next;
        var paid = PaymentRules.Observe(begun, [Seen(ProviderPaymentStatus.Paid)], Start)!;
        Assert.IsType<MandatesChanged>(Assert.Single(paid.Messages).Message);
    }
}
