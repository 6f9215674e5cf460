using Elizon.Billing;
using Elizon.Grains.Banking;
using Elizon.Grains.Banking.Payouts;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Mail;

namespace Elizon.Rules.Tests.Billing;

public sealed class TransferTests
{
    private static readonly BankTransactionId Transfer = BankTransactionId.Of("t1");
    private readonly Books _books = new();

    [Theory]
    [InlineData(999, 0)]
    [InlineData(1200, 201)]
    public void A_transfer_that_names_an_order_pays_it_and_leaves_the_rest(long cents, long rest)
    {
        var order = Waiting();
        Receive(cents, order.Invoice);
        Assert.Empty(_books.State.Drafts);
        Assert.Equal(new Money(rest), _books.State.Balance);
        Assert.Equal(new Money(-cents), _books.Booked(LedgerName.Bank));
        Assert.Equal(Money.Zero, _books.Booked(LedgerName.Receivable));
        Assert.Equal(PaymentMethod.Sepa, _books.Documents[order.Invoice].Content.PaidBy);
        Assert.Equal(order.Total, Assert.Single(_books.Allocations).Amount);
        var told = _books.Messages.OfType<SendMail>().Where(m => m.Template == "payment-credited");
        Assert.Equal(
            rest == 0 ? [] : [new Money(rest).ToString()],
            told.Select(m => m.Values["amount"])
        );
    }

    [Fact]
    public void Less_than_an_order_costs_becomes_balance()
    {
        var order = Waiting();
        Receive(998, order.Invoice);
        Assert.Single(_books.State.Drafts);
        Assert.Equal(new Money(998), _books.State.Balance);
    }

    [Fact]
    public void Exactly_the_price_of_the_one_waiting_order_pays_it()
    {
        Waiting();
        Receive(999, null);
        Assert.Empty(_books.State.Drafts);
        Assert.Equal(Money.Zero, _books.State.Balance);
    }

    [Fact]
    public void A_transfer_told_twice_is_booked_once()
    {
        Receive(1000, null);
        Assert.False(Receive(1000, null));
        Assert.Equal(new Money(1000), _books.State.Balance);
    }

    [Fact]
    public void A_return_takes_the_balance_below_zero()
    {
        Receive(1000, null);
        _books.Commit(
            Transfers.Returned(
                _books.State with
                {
                    Balance = new Money(300),
                },
                Samples.Account,
                new TransferReturned(Transfer, new Money(1000), "AC04"),
                Samples.Now
            )
        );
        Assert.Equal(new Money(-700), _books.State.Balance);
        Assert.Equal(Money.Zero, _books.Booked(LedgerName.Bank));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_payout_that_fails_is_balance_again(bool atBank)
    {
        var payout = PaidOut();
        if (atBank)
            _books.Commit(
                BalancePayouts.Done(
                    _books.State,
                    Samples.Account,
                    new PayoutDone(payout.Payout, payout.Amount),
                    Samples.Now
                )
            );
        _books.Commit(
            BalancePayouts.Failed(
                _books.State,
                Samples.Account,
                new PayoutFailed(payout.Payout, payout.Amount, atBank, "AC01"),
                Samples.Now
            )
        );
        Assert.Equal(new Money(1000), _books.State.Balance);
        Assert.Equal(Money.Zero, _books.Booked(LedgerName.Payouts));
        Assert.Equal(new Money(-1000), _books.Booked(LedgerName.Bank));
    }

    [Fact]
    public void An_empty_balance_is_not_paid_out() =>
        Assert.Equal(
            "balance.nothingToPayOut",
            Assert.Throws<Refusal>(() => Request("DE02120300000000202051")).Key
        );

    [Fact]
    public void A_wrong_account_number_is_refused()
    {
        Receive(1000, null);
        Assert.Equal(
            RefusalKind.Invalid,
            Assert.Throws<Refusal>(() => Request("DE03120300000000202051")).Kind
        );
    }

    private PayoutOrdered PaidOut()
    {
        Receive(1000, null);
        var (change, order) = Request("DE02 1203 0000 0000 2020 51");
        _books.Commit(change);
        Assert.Equal(Money.Zero, _books.State.Balance);
        return order;
    }

    private (Elizon.Grains.Storage.Change<AccountState> Change, PayoutOrdered Order) Request(
        string iban
    ) =>
        BalancePayouts.Request(
            new Elizon.Grains.Storage.Change<AccountState>(_books.State),
            Samples.Account,
            PayoutId.Of("p1"),
            iban,
            "Erika Mustermann",
            Caller.System(Samples.Now),
            Samples.House,
            Samples.Now
        );

    private bool Receive(long cents, InvoiceId? invoice) =>
        _books.Commit(
            Transfers.Received(
                _books.State,
                Samples.Account,
                new TransferReceived(Transfer, new Money(cents), invoice),
                Samples.Buyer(),
                Samples.House,
                Samples.Now
            )
        );

    private Order Waiting()
    {
        var order = Samples.Order(PaymentMethod.Mollie);
        _books.Commit(Ordering.PlaceDraft(_books.State, order, Samples.House));
        return order;
    }
}
