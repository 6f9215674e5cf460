using Elizon.Billing;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Storage;
using Elizon.Identity;
using Elizon.Payments;

namespace Elizon.Rules.Tests.Billing;

/// <summary>What the invoice of a period says, and how it is paid.</summary>
public sealed class RenewalIssuingTests
{
    private static readonly DateTimeOffset Due = Samples.Now.AddDays(7);
    private static readonly DateOnly Today = Samples.House.DayOf(Samples.Now);
    private static readonly DateOnly DueDay = Samples.House.DayOf(Due);
    private static readonly RenewalBill Bill = Samples.Bill(Due);

    [Fact]
    public void Covered_by_the_balance_it_is_paid_at_once_and_says_so()
    {
        var (books, content) = Issue(Bill, balance: 999);
        Assert.Equal(
            (PaymentMeans.Balance, PaymentMethod.Guthaben, Today),
            (content.Payment!.Means, content.PaidBy!.Value, content.DueOn)
        );
        Assert.Equal(Money.Zero, books.State.Balance);
        Assert.Empty(books.State.OpenInvoices);
    }

    [Fact]
    public void Not_covered_it_waits_until_the_period_begins()
    {
        var (books, content) = Issue(Bill, balance: 998);
        Assert.Equal(
            (PaymentMeans.Transfer, null, DueDay),
            (content.Payment!.Means, content.PaidBy, content.DueOn)
        );
        Assert.Equal(new Money(998), books.State.Balance);
        Assert.Equal(Due.AddDays(1), Assert.Single(books.State.OpenInvoices.Values).NextAt);
    }

    [Fact]
    public void Without_autopay_the_balance_stays()
    {
        var (books, content) = Issue(Bill with { Autopay = false }, balance: 5_000);
        Assert.Equal(PaymentMeans.Transfer, content.Payment!.Means);
        Assert.Equal(new Money(5_000), books.State.Balance);
    }

    [Fact]
    public void Renewed_by_hand_the_balance_pays_or_nothing_is_issued()
    {
        var byHand = Bill with { Autopay = false, AtOnce = true };
        Assert.Equal(Money.Zero, Issue(byHand, balance: 999).Books.State.Balance);
        Assert.Equal(
            "balance.tooLow",
            Assert.Throws<Refusal>(() => Issue(byHand, balance: 998)).Key
        );
    }

    [Fact]
    public void Issued_late_it_is_due_at_once()
    {
        var late = Bill with { DueAt = Samples.Now.AddDays(-3) };
        Assert.Equal(Today, Issue(late, balance: 0).Content.DueOn);
        Assert.Equal(Today, Issue(Bill with { DueAt = Samples.Now }, balance: 0).Content.DueOn);
    }

    [Fact]
    public void A_card_is_charged_online_and_a_debit_names_its_mandate()
    {
        var card = Issue(Bill, 0, new SavedMethod(new MandateId("mdt_1"), "creditcard", "M-1"));
        Assert.Equal(PaymentMeans.Online, card.Content.Payment!.Means);
        var debit = Issue(Bill, 0, new SavedMethod(new MandateId("mdt_1"), "directdebit", "M-1"));
        Assert.Equal(
            (PaymentMeans.DirectDebit, "M-1"),
            (debit.Content.Payment!.Means, debit.Content.Payment.Mandate)
        );
    }

    [Fact]
    public void Its_line_names_the_server_the_place_the_days_and_the_discount()
    {
        var line = Issue(
            Bill with
            {
                Discount = new Money(100),
                DiscountNote = "Gutschein TEN",
            },
            balance: 0
        ).Content.Lines[0];
        Assert.Equal("Minecraft 2 GB", line.Name);
        Assert.Equal("world · Frankfurt · 30 Tage · Gutschein TEN", line.Description);
        Assert.Equal(
            (new Money(999), new Money(899), new Money(100)),
            (line.UnitPrice, line.Sum.Gross, line.Discount)
        );
        Assert.Equal((DueDay, DueDay.AddDays(29)), (line.PeriodFrom, line.PeriodTo));
    }

    [Fact]
    public void A_name_like_the_products_and_a_discount_of_nothing_are_not_said()
    {
        var line = Issue(
            Bill with
            {
                Name = Bill.ProductName,
                DiscountNote = "Gutschein TEN",
            },
            balance: 0
        ).Content.Lines[0];
        Assert.Equal("Frankfurt · 30 Tage", line.Description);
    }

    [Fact]
    public void Who_pays_no_VAT_pays_the_price_without_it()
    {
        var abroad = Samples.Buyer("US");
        var bill = Bill with { Discount = new Money(100), DiscountNote = "Gutschein TEN" };
        var line = Issue(bill, balance: 0, buyer: abroad).Content.Lines[0];
        Assert.Equal(
            (new Money(839), new Money(755), Money.Zero, new Money(84)),
            (line.UnitPrice, line.Sum.Net, line.Sum.Tax, line.Discount)
        );
    }

    [Fact]
    public void An_invoice_that_was_withdrawn_makes_room_for_another_of_the_period()
    {
        Assert.Equal(Bill.Invoice, (Bill with { Price = Money.Zero }).Invoice);
        Assert.NotEqual(Bill.Invoice, (Bill with { Issue = 1 }).Invoice);
        Assert.NotEqual(Bill.Invoice, (Bill with { Period = 3 }).Invoice);
        Assert.NotEqual((Bill with { Issue = 1 }).Invoice, (Bill with { Issue = 2 }).Invoice);
    }

    private static (Books Books, InvoiceContent Content) Issue(
        RenewalBill bill,
        long balance,
        SavedMethod? method = null,
        BillingProfile? buyer = null
    )
    {
        var books = new Books();
        var state = books.State with { SavedMethod = method };
        books.Commit(
            balance == 0
                ? new Change<AccountState>(state)
                : new Change<AccountState>(state).Book(
                    Samples.Account,
                    Movements.Credit("gift", new Money(balance), "test"),
                    Samples.Now
                )
        );
        books.Commit(
            RenewalIssuing
                .Issue(
                    books.State,
                    Samples.Account,
                    bill,
                    buyer ?? Samples.Buyer(),
                    Samples.House,
                    Samples.Now
                )
                .Change
        );
        return (books, books.Documents[bill.Invoice].Content);
    }
}
