using System.Collections.Immutable;
using Elizon.Billing;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Receipts;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Mail;
using Elizon.Grains.Payments;
using Elizon.Grains.Storage;
using Elizon.Payments;

namespace Elizon.Rules.Tests.Billing;

/// <summary>Money that pays an open invoice: by the customer, by staff, by a payment at the provider.</summary>
public sealed class PayingTests
{
    private static readonly PaymentId Payment = new("p1");
    private static readonly OpenInvoice Open = new(
        new InvoiceId("inv1"),
        new ServiceId("service1"),
        2,
        new ProductId("minecraft-2g"),
        "world",
        new Money(999),
        Samples.Now,
        Autopay: true
    )
    {
        Locale = "de",
        Cycle = 30,
        NextAt = Samples.Now.AddDays(1),
    };

    [Fact]
    public void A_customer_pays_with_exactly_what_it_costs()
    {
        var change = ByCustomer(With(999, Open));
        Assert.Equal(Money.Zero, change.Next.Balance);
        Assert.Empty(change.Next.OpenInvoices);
    }

    [Fact]
    public void With_less_it_is_refused() =>
        Assert.Equal(
            "balance.tooLow",
            Assert.Throws<Refusal>(() => ByCustomer(With(998, Open))).Key
        );

    [Fact]
    public void Nothing_pays_while_another_payment_is_under_way()
    {
        var state = With(5_000, Open with { Payment = Payment, InFlight = true });
        var refused = BillingRefusals.PaymentUnderWay().Key;
        Assert.Equal(refused, Assert.Throws<Refusal>(() => ByCustomer(state)).Key);
        Assert.Equal(refused, Assert.Throws<Refusal>(() => ByHand(state)).Key);
    }

    [Fact]
    public void Money_that_staff_saw_pays_it_and_leaves_the_balance()
    {
        var change = ByHand(With(5_000, Open));
        Assert.Equal(new Money(5_000), change.Next.Balance);
        Assert.Empty(change.Next.OpenInvoices);
    }

    [Fact]
    public void The_right_amount_pays_it()
    {
        var change = Receive(With(0, Open with { Payment = Payment, InFlight = true }), 999);
        Assert.Empty(change.Next.OpenInvoices);
        Assert.Equal(Money.Zero, change.Next.Balance);
    }

    [Fact]
    public void Another_amount_goes_to_the_balance_and_pays_from_there_what_it_covers()
    {
        var less = Receive(With(0, Open with { Payment = Payment, InFlight = true }), 998);
        Assert.Equal(new Money(998), less.Next.Balance);
        var open = Assert.Single(less.Next.OpenInvoices.Values);
        Assert.Equal((null, false, 1), (open.Payment, open.InFlight, open.Attempt));

        var together = Receive(With(1, Open with { Payment = Payment, InFlight = true }), 998);
        Assert.Equal(Money.Zero, together.Next.Balance);
        Assert.Empty(together.Next.OpenInvoices);
    }

    [Fact]
    public void Money_beside_a_payment_under_way_leaves_the_invoice_to_that()
    {
        var other = Open with { Payment = new PaymentId("p2"), InFlight = true };
        var change = Receive(With(0, other), 2_000);
        Assert.Equal(new Money(2_000), change.Next.Balance);
        Assert.Equal(other, Assert.Single(change.Next.OpenInvoices.Values));
    }

    [Fact]
    public void A_payment_on_its_way_is_noted()
    {
        var told = new PaymentInFlight(
            Payment,
            PaymentPurpose.Invoice,
            Open.Id,
            new Money(999),
            Samples.Now
        );
        var open = Paying.InFlight(With(0, Open), Open, told).Next.OpenInvoices[Open.Id];
        Assert.Equal((Payment, true), (open.Payment!.Value, open.InFlight));
    }

    [Fact]
    public void One_that_failed_is_told_and_the_stage_that_waited_for_it_is_due()
    {
        var waiting = Open with { Payment = Payment, InFlight = true, NextAt = null };
        var change = End(waiting, Payment)!;
        var open = change.Next.OpenInvoices[Open.Id];
        Assert.Equal((null, false, 1), (open.Payment, open.InFlight, open.Attempt));
        Assert.Equal(Samples.Now.AddDays(1), open.NextAt);
        Assert.Single(
            change.Messages.Select(m => m.Message).OfType<SendMail>(),
            m => m.Template == "payment-failed"
        );
    }

    [Fact]
    public void The_end_of_another_payment_changes_nothing() =>
        Assert.Null(End(Open with { Payment = Payment, InFlight = true }, new PaymentId("p2")));

    [Fact]
    public void A_balance_pays_what_it_covers_of_those_that_pay_by_themselves()
    {
        var second = Open with { Id = new InvoiceId("inv2"), DueAt = Samples.Now.AddDays(1) };
        var byHand = Open with { Id = new InvoiceId("inv3"), Autopay = false };
        var flying = Open with { Id = new InvoiceId("inv4"), Payment = Payment, InFlight = true };
        var change = Paying.Settle(
            new Change<AccountState>(With(1_998, Open, second, byHand, flying)),
            Samples.Account,
            Samples.House,
            Samples.Now
        )!;
        Assert.Equal(Money.Zero, change.Next.Balance);
        Assert.Equal([byHand.Id, flying.Id], change.Next.OpenInvoices.Keys.OrderBy(id => id.Value));
    }

    [Fact]
    public void A_balance_below_pays_nothing()
    {
        var change = Paying.Settle(
            new Change<AccountState>(With(998, Open)),
            Samples.Account,
            Samples.House,
            Samples.Now
        )!;
        Assert.Equal(new Money(998), change.Next.Balance);
    }

    private static AccountState With(long balance, params OpenInvoice[] open) =>
        new()
        {
            Balance = new Money(balance),
            OpenInvoices = open.ToImmutableDictionary(o => o.Id),
        };

    [Theory]
    [InlineData(999, 0)]
    [InlineData(1_000, 1_000)]
    [InlineData(500, 500)]
    public void Only_what_goes_to_the_balance_is_receipted(long cents, long receipted) =>
        Assert.Equal(
            receipted == 0 ? [] : [new Money(receipted)],
            Receive(With(0, Open), cents)
                .Rows.Select(r => r.Row)
                .OfType<TopUpReceiptRow>()
                .Select(r => r.Amount)
        );

    private static Change<AccountState> ByCustomer(AccountState state) =>
        Paying.ByCustomer(
            state,
            Samples.Account,
            state.OpenInvoices[Open.Id],
            Samples.House,
            Samples.Now
        );

    private static Change<AccountState> ByHand(AccountState state) =>
        Paying.ByHand(
            state,
            Samples.Account,
            state.OpenInvoices[Open.Id],
            Samples.By() with
            {
                Reason = "cash",
            },
            Samples.House,
            Samples.Now
        );

    private static Change<AccountState> Receive(AccountState state, long cents) =>
        Paying.Received(
            state,
            Samples.Account,
            state.OpenInvoices[Open.Id],
            new PaymentReceived(
                Payment,
                PaymentPurpose.Invoice,
                Open.Id,
                new Money(cents),
                "tr_1",
                "ideal"
            ),
            Samples.Buyer(),
            Samples.House,
            Samples.Now
        );

    private static Change<AccountState>? End(OpenInvoice open, PaymentId payment) =>
        Paying.Ended(
            With(0, open),
            Samples.Account,
            open,
            new PaymentEnded(payment, PaymentPurpose.Invoice, open.Id, "failed", "AM04"),
            Samples.House
        );
}
