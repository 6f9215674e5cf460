using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Pricing;
using Elizon.Grains.Storage;

namespace Elizon.Rules.Tests.Billing;

public sealed class MovementTests
{
    private static readonly InvoiceId Invoice = InvoiceId.Of("inv1");

    [Fact]
    public void A_movement_that_does_not_sum_to_zero_cannot_be_booked()
    {
        var movement = new Movement("x", "x").Post("a", new Money(5)).Post("b", new Money(-4));
        Assert.Throws<InvalidOperationException>(() => movement.Rows(Samples.Account, Samples.Now));
    }

    [Fact]
    public void A_balance_is_never_overdrawn_even_if_a_rule_forgot_to_ask()
    {
        var poor = new Change<AccountState>(new AccountState { Balance = new Money(4) });
        Assert.Throws<InvalidOperationException>(() =>
            poor.Book(
                Samples.Account,
                Movements.BalanceToInvoice(Invoice, new Money(5)),
                Samples.Now
            )
        );
    }

    [Fact]
    public void A_debt_may_shrink()
    {
        var debtor = new Change<AccountState>(new AccountState { Balance = new Money(-10) });
        var paid = debtor.Book(
            Samples.Account,
            Movements.PaymentToBalance("tr_1", new Money(5), "top-up"),
            Samples.Now
        );
        Assert.Equal(new Money(-5), paid.Next.Balance);
    }

    [Fact]
    public void A_zero_side_is_left_out() =>
        Assert.Empty(Movements.BalanceToInvoice(Invoice, Money.Zero).Sides);

    [Fact]
    public void An_issued_invoice_is_owed_and_splits_into_revenue_and_tax_of_its_country()
    {
        var tax = Taxation.Decide(
            Samples.Buyer("FI"),
            new DateOnly(2026, 11, 25),
            Samples.House.Terms
        );
        var movement = Movements.Issued(Invoice, new Amounts(new Money(797), new Money(202)), tax);
        Assert.Equal(
            [
                ("receivable", new Money(-999)),
                ("revenue/FI/25.5", new Money(797)),
                ("vat/FI/25.5", new Money(202)),
            ],
            movement.Sides
        );
        Assert.Equal("invoice/inv1/issued", movement.Effect);
    }

    [Fact]
    public void A_correction_turns_every_side_around()
    {
        var tax = Taxation.Decide(Samples.Buyer(), new DateOnly(2026, 11, 25), Samples.House.Terms);
        var sum = new Amounts(new Money(839), new Money(160));
        Assert.Equal(
            Movements.Issued(Invoice, sum, tax).Sides.Select(s => (s.Ledger, -s.Amount)),
            Movements.Issued(Invoice, -sum, tax).Sides
        );
    }
}
