using Elizon.Billing;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Mail;
using Elizon.Grains.Outbox;
using Elizon.Grains.Payments;
using Elizon.Grains.Storage;
using Elizon.Grains.Subscriptions;
using Elizon.Payments;

namespace Elizon.Rules.Tests.Billing;

/// <summary>A withdrawal in the first fourteen days: what goes back, and which way (§§ 355, 357, 357a BGB).</summary>
public sealed class WithdrawalTests
{
    private static readonly ServiceId Service = new("service1");
    private readonly Books _books = new();
    private readonly Order _order;

    public WithdrawalTests()
    {
        _books.Commit(
            Credits.Credit(
                _books.State,
                Samples.Account,
                "before",
                new Money(1_500),
                "test",
                Samples.By(),
                Samples.House,
                Samples.Now
            )
        );
        _order = Samples.Order();
        _books.Commit(Ordering.PlacePaid(_books.State, _order, Samples.House, Samples.Now).Change);
    }

    [Fact]
    public void Paid_from_the_balance_it_goes_back_there_with_a_document_that_takes_it_back()
    {
        Assert.True(Withdraw(waiver: false, used: 5));
        Assert.Equal(new Money(1_500), _books.State.Balance);
        Assert.Equal(new Money(-999), Correction().Content.Sum.Gross);
        Assert.Empty(_books.Messages.OfType<StartRefund>());
        AssertBooksAreRight();
    }

    [Theory]
    [InlineData(0, 999)]
    [InlineData(10, 666)]
    [InlineData(29, 33)]
    public void Whoever_asked_to_start_at_once_owes_the_days_it_ran(int used, long back)
    {
        Assert.True(Withdraw(waiver: true, used));
        Assert.Equal(new Money(-back), Correction().Content.Sum.Gross);
        Assert.Equal(new Money(501 + back), _books.State.Balance);
        AssertBooksAreRight();
    }

    [Fact]
    public void Nothing_goes_back_of_a_period_that_is_used_up() =>
        Assert.False(Withdraw(waiver: true, used: 30));

    [Fact]
    public void Nothing_goes_back_twice()
    {
        Assert.True(Withdraw(waiver: false, used: 0));
        Assert.False(Withdraw(waiver: false, used: 0));
    }

    [Fact]
    public void Paid_at_the_provider_it_goes_back_to_the_payer()
    {
        Assert.True(Withdraw(waiver: false, used: 0, paid: 999));
        var refund = Assert.Single(_books.Messages.OfType<StartRefund>());
        Assert.Equal((new Money(999), RefundTo.Method), (refund.Amount, refund.To));
        Assert.Single(_books.Messages.OfType<SendMail>(), m => m.Template == "refunded");
        Assert.Equal(new Money(501), _books.State.Balance);
        Assert.Equal(new Money(-999), Correction().Content.Sum.Gross);
        AssertBooksAreRight();
    }

    [Fact]
    public void A_payment_that_was_less_than_what_goes_back_leaves_it_on_the_balance()
    {
        Assert.True(Withdraw(waiver: false, used: 0, paid: 998));
        Assert.Empty(_books.Messages.OfType<StartRefund>());
        Assert.Equal(new Money(1_500), _books.State.Balance);
        AssertBooksAreRight();
    }

    [Fact]
    public void What_was_never_delivered_or_billed_has_nothing_to_give_back()
    {
        Assert.Null(Take(null, _books.Corrected(_order.Invoice), 0));
        Assert.Null(Take(Delivered(false, null), null, 0));
    }

    [Theory]
    [InlineData(false, 10, 999)]
    [InlineData(true, 10, 666)]
    [InlineData(true, 0, 999)]
    public void What_a_change_of_size_cost_goes_back_to_the_balance(
        bool waiver,
        int used,
        long back
    )
    {
        Assert.True(WithdrawChange(Delivered(waiver, 999), used));
        Assert.Empty(_books.Messages.OfType<StartRefund>());
        Assert.Equal(new Money(501 + back), _books.State.Balance);
        Assert.Equal(new Money(-back), Correction().Content.Sum.Gross);
        AssertBooksAreRight();
    }

    [Fact]
    public void A_change_of_size_that_was_used_up_or_never_billed_gives_nothing_back()
    {
        Assert.False(WithdrawChange(Delivered(waiver: true, null), used: 30));
        Assert.Null(TakeChange(null, Delivered(waiver: false, null), 0));
    }

    [Fact]
    public void Of_a_contract_that_is_not_known_as_delivered_all_goes_back()
    {
        Assert.True(WithdrawChange(null, used: 10));
        Assert.Equal(new Money(-999), Correction().Content.Sum.Gross);
    }

    [Fact]
    public void Contracts_over_what_was_added_hear_of_it_even_when_nothing_goes_back()
    {
        ServiceId[] added = [new("ip"), new("disk")];
        var change = Take(
            Delivered(waiver: true, null),
            _books.Corrected(_order.Invoice),
            30,
            added
        )!;
        Assert.Equal(_books.State, change.Next);
        Assert.Equal(
            added.Select(a => (SubscriptionAddress.Of(a), (Message)new BaseWithdrawn(Samples.Now))),
            change.Messages.Select(m => (m.Target, m.Message))
        );

        var both = Take(
            Delivered(waiver: false, null),
            _books.Corrected(_order.Invoice),
            0,
            added
        )!;
        Assert.Equal(2, both.Messages.Count(m => m.Message is BaseWithdrawn));
        var earlier = Samples.Now.AddHours(-3);
        var late = Withdrawals.Take(
            _books.State,
            Samples.Account,
            new ContractWithdrawn(Service, _order.Invoice, 0, 30, earlier),
            new Known(null, null) { Contracts = added },
            Samples.House,
            Samples.Now
        )!;
        Assert.All(late.Messages, m => Assert.Equal(new BaseWithdrawn(earlier), m.Message));
        Assert.Equal(new Money(1_500), both.Next.Balance);
    }

    private bool WithdrawChange(DeliveredUnit? delivered, int used) =>
        _books.Commit(TakeChange(_books.Corrected(_order.Invoice), delivered, used));

    private Change<AccountState>? TakeChange(
        CorrectedInvoice? original,
        DeliveredUnit? delivered,
        int used
    ) =>
        Withdrawals.TakeChange(
            _books.State,
            Samples.Account,
            new SizeChangeWithdrawn(Service, _order.Invoice, used, 30),
            new Known(original, null) { Delivered = delivered },
            Samples.House,
            Samples.Now
        );

    private void AssertBooksAreRight()
    {
        Assert.Equal(Money.Zero, Money.Sum(_books.Ledger.Select(e => e.Amount)));
        Assert.Equal(Money.Zero, _books.Booked(LedgerName.Receivable));
    }

    private IssuedDocument Correction() =>
        Assert.Single(_books.Documents.Values, d => d.Content.Corrects?.Id == _order.Invoice);

    private bool Withdraw(bool waiver, int used, long? paid = null) =>
        _books.Commit(Take(Delivered(waiver, paid), _books.Corrected(_order.Invoice), used));

    private Change<AccountState>? Take(
        DeliveredUnit? delivered,
        CorrectedInvoice? original,
        int used,
        ServiceId[]? added = null
    ) =>
        Withdrawals.Take(
            _books.State,
            Samples.Account,
            new ContractWithdrawn(Service, _order.Invoice, used, 30),
            new Known(original, null) { Delivered = delivered, Contracts = added },
            Samples.House,
            Samples.Now
        );

    private DeliveredUnit Delivered(bool waiver, long? paid)
    {
        var content = _books.Documents[_order.Invoice].Content;
        return new DeliveredUnit(
            new SoldUnit(
                _order.Invoice,
                _order.Id,
                0,
                "world",
                content.Lines[0].Sum,
                null,
                Samples.Now
            ),
            waiver,
            paid is { } cents
                ? new PaidAtProvider(new PaymentId("p1"), "tr_1", new Money(cents))
                : null
        );
    }
}
