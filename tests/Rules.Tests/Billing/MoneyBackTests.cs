using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Mail;
using Elizon.Grains.Payments;
using Elizon.Grains.Storage;
using Elizon.Payments;

namespace Elizon.Rules.Tests.Billing;

/// <summary>Chargebacks and refunds: what they book, that it sums to zero, and that the same cause books once.</summary>
public sealed class MoneyBackTests
{
    private static readonly InvoiceId Invoice = new("inv1");
    private static readonly RefundId Refund = new("r1");
    private readonly Books _books = new();

    private static PaymentChargedBack Back(long cents) =>
        new(
            new PaymentId("p1"),
            PaymentPurpose.TopUp,
            null,
            new Money(cents),
            "tr_1",
            "chb_1",
            "MD06"
        );

    private static ChargebackReversed Reversed(long cents) =>
        new(new PaymentId("p1"), PaymentPurpose.TopUp, null, new Money(cents), "tr_1", "chb_1");

    private void TopUp(long cents) =>
        _books.Commit(
            Settlement.Received(
                _books.State,
                Samples.Account,
                new PaymentReceived(
                    new PaymentId("p1"),
                    PaymentPurpose.TopUp,
                    null,
                    new Money(cents),
                    "tr_1",
                    "ideal"
                ),
                Samples.Buyer(),
                Samples.House,
                Samples.Now
            )
        );

    private bool ChargeBack(long cents, InvoiceId? invoice = null) =>
        _books.Commit(
            Chargebacks.Received(
                _books.State,
                Samples.Account,
                Back(cents),
                invoice,
                null,
                Samples.House,
                Samples.Now
            )
        );

    private bool Reverse(long cents, InvoiceId? invoice = null) =>
        _books.Commit(
            Chargebacks.Reversed(
                _books.State,
                Samples.Account,
                Reversed(cents),
                invoice,
                Owed(invoice),
                Samples.Now
            )
        );

    private bool Take(
        long cents,
        RefundTo to = RefundTo.Method,
        InvoiceId? invoice = null,
        long left = 100_000
    ) =>
        _books.Commit(
            Refunds.Take(
                _books.State,
                Samples.Account,
                Refund,
                new RefundOrder(new PaymentId("p1"), "tr_1", new Money(cents), to, new Money(left)),
                invoice,
                null,
                Samples.By(),
                Samples.House,
                Samples.Now
            )
        );

    private bool Made(long cents, bool ours = true) =>
        _books.Commit(
            Refunds.Made(
                _books.State,
                Samples.Account,
                new PaymentRefunded(
                    new PaymentId("p1"),
                    PaymentPurpose.TopUp,
                    null,
                    new Money(cents),
                    "tr_1",
                    ours ? Refund.Value : "re_9",
                    ours
                ),
                Samples.Now
            )
        );

    private bool Failed(long cents, InvoiceId? invoice = null, RefundTo to = RefundTo.Method) =>
        _books.Commit(
            Refunds.Failed(
                _books.State,
                Samples.Account,
                new RefundFailed(
                    new PaymentId("p1"),
                    PaymentPurpose.TopUp,
                    null,
                    new Money(cents),
                    Refund.Value,
                    "failed",
                    to
                ),
                invoice,
                Owed(invoice),
                Samples.Now
            )
        );

    /// <summary>Of an invoice that was paid once.</summary>
    private Money Owed(InvoiceId? invoice) =>
        -Money.Sum(_books.Allocations.Where(a => a.Invoice == invoice).Select(a => a.Amount));

    private long Sum => Money.Sum(_books.Ledger.Select(e => e.Amount)).Cents;

    [Fact]
    public void A_top_up_that_is_charged_back_leaves_the_balance_even_below_zero()
    {
        TopUp(5000);
        _books.Commit(
            new Change<AccountState>(_books.State).Book(
                Samples.Account,
                Movements.Debit("spent", new Money(4000), "spent"),
                Samples.Now
            )
        );
        ChargeBack(5000);
        Assert.Equal(new Money(-4000), _books.State.Balance);
        Assert.Equal(_books.State.Balance, _books.Booked(LedgerName.Balance));
        Assert.Equal(Money.Zero, _books.Booked(LedgerName.Mollie));
        Assert.Equal(0, Sum);
    }

    [Fact]
    public void The_same_chargeback_books_once()
    {
        TopUp(5000);
        Assert.True(ChargeBack(5000));
        Assert.False(ChargeBack(5000));
        Assert.Equal(Money.Zero, _books.State.Balance);
    }

    [Fact]
    public void A_reversal_brings_it_back_once()
    {
        TopUp(5000);
        ChargeBack(5000);
        Assert.True(Reverse(5000));
        Assert.False(Reverse(5000));
        Assert.Equal(new Money(5000), _books.State.Balance);
        Assert.Equal(new Money(-5000), _books.Booked(LedgerName.Mollie));
    }

    [Fact]
    public void What_had_paid_an_invoice_is_owed_again_and_not_taken_from_the_balance()
    {
        ChargeBack(999, Invoice);
        Assert.Equal(Money.Zero, _books.State.Balance);
        Assert.Equal(new Money(-999), _books.Booked(LedgerName.Receivable));
        var allocation = Assert.Single(_books.Allocations);
        Assert.Equal(
            (Invoice, new Money(-999), "chargeback/chb_1"),
            (allocation.Invoice, allocation.Amount, allocation.Effect)
        );
    }

    [Fact]
    public void A_reversal_pays_the_invoice_again()
    {
        ChargeBack(999, Invoice);
        Reverse(999, Invoice);
        Assert.Equal(Money.Zero, Money.Sum(_books.Allocations.Select(a => a.Amount)));
        Assert.Equal(Money.Zero, _books.Booked(LedgerName.Receivable));
        Assert.Equal(2, _books.Allocations.Select(a => a.Effect).Distinct().Count());
    }

    [Fact]
    public void A_reversal_goes_to_the_balance_when_the_invoice_was_paid_otherwise()
    {
        ChargeBack(999, Invoice);
        _books.Commit(
            Chargebacks.Reversed(
                _books.State,
                Samples.Account,
                Reversed(999),
                Invoice,
                Money.Zero,
                Samples.Now
            )
        );
        Assert.Equal(new Money(999), _books.State.Balance);
        Assert.Equal(0, Sum);
    }

    [Fact]
    public void The_customer_is_told_of_a_chargeback() =>
        Assert.Single(
            Chargebacks
                .Received(
                    _books.State,
                    Samples.Account,
                    Back(1),
                    null,
                    null,
                    Samples.House,
                    Samples.Now
                )
                .Messages,
            m => m.Message is SendMail
        );

    [Fact]
    public void A_refund_is_set_aside_and_gone_when_it_is_made()
    {
        TopUp(5000);
        Take(2000);
        Assert.Equal(new Money(3000), _books.State.Balance);
        Assert.Equal(new Money(2000), _books.Booked(LedgerName.Refunds));
        Assert.Single(_books.Messages.OfType<StartRefund>());
        Assert.True(Made(2000));
        Assert.False(Made(2000));
        Assert.Equal(Money.Zero, _books.Booked(LedgerName.Refunds));
        Assert.Equal(new Money(-3000), _books.Booked(LedgerName.Mollie));
        Assert.Equal(0, Sum);
    }

    [Fact]
    public void A_refund_that_fails_is_on_the_balance_again()
    {
        TopUp(5000);
        Take(2000);
        Assert.True(Failed(2000));
        Assert.False(Failed(2000));
        Assert.Equal(new Money(5000), _books.State.Balance);
        Assert.Equal(Money.Zero, _books.Booked(LedgerName.Refunds));
    }

    [Fact]
    public void A_refund_of_an_invoice_makes_it_owed_again_until_it_fails()
    {
        Take(999, invoice: Invoice);
        Assert.Equal(new Money(-999), Money.Sum(_books.Allocations.Select(a => a.Amount)));
        Failed(999, Invoice);
        Assert.Equal(Money.Zero, Money.Sum(_books.Allocations.Select(a => a.Amount)));
        Assert.Equal(Money.Zero, _books.Booked(LedgerName.Receivable));
    }

    [Fact]
    public void A_refund_to_the_balance_is_done_at_once()
    {
        Take(999, RefundTo.Balance, Invoice);
        Assert.Equal(new Money(999), _books.State.Balance);
        Assert.Equal(new Money(-999), _books.Booked(LedgerName.Receivable));
        Assert.Equal(Money.Zero, _books.Booked(LedgerName.Refunds));
    }

    [Fact]
    public void A_refund_to_the_balance_that_was_too_much_is_taken_back_as_far_as_it_goes()
    {
        Take(999, RefundTo.Balance, Invoice);
        _books.Commit(
            new Change<AccountState>(_books.State).Book(
                Samples.Account,
                Movements.Debit("spent", new Money(600), "spent"),
                Samples.Now
            )
        );
        Failed(999, Invoice, RefundTo.Balance);
        Assert.Equal(Money.Zero, _books.State.Balance);
        Assert.Equal(Money.Zero, _books.Booked(LedgerName.Receivable));
        Assert.Equal(0, Sum);
    }

    [Fact]
    public void A_refund_found_at_the_provider_takes_what_the_balance_has_and_the_house_the_rest()
    {
        TopUp(1500);
        Made(2000, ours: false);
        Assert.Equal(Money.Zero, _books.State.Balance);
        Assert.Equal(new Money(-500), _books.Booked(LedgerName.Goodwill));
        Assert.Equal(new Money(500), _books.Booked(LedgerName.Mollie));
    }

    [Theory]
    [InlineData(5001, 100_000, "balance.tooLow")]
    [InlineData(5000, 4999, "refund.moreThanPaid")]
    public void More_than_there_is_cannot_be_refunded(long cents, long left, string key)
    {
        TopUp(5000);
        Assert.Equal(key, Assert.Throws<Refusal>(() => Take(cents, left: left)).Key);
    }

    [Fact]
    public void A_top_up_is_on_the_balance_already()
    {
        TopUp(5000);
        Assert.Equal(
            "refund.alreadyOnBalance",
            Assert.Throws<Refusal>(() => Take(100, RefundTo.Balance)).Key
        );
    }
}
