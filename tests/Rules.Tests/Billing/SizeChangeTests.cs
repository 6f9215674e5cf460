using CsCheck;
using Elizon.Catalog;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Billing.SizeChanges;
using Elizon.Grains.Storage;
using Elizon.Identity;

namespace Elizon.Rules.Tests.Billing;

/// <summary>What a change of size does to the account.</summary>
public sealed class SizeChangeTests
{
    [Fact]
    public void It_is_charged_once_from_the_balance_or_not_at_all() =>
        Gen.Select(Gen.Long[0, 5_000], Gen.Long[1, 3_000].Array[1, 6])
            .Sample(
                (balance, prices) =>
                {
                    var books = WithBalance(balance);
                    foreach (var (price, i) in prices.Select((p, i) => (p, i)))
                    {
                        var before = books.State.Balance;
                        var bill = Bill($"i{i}", price);
                        if (before.Cents < price)
                            Assert.Equal(
                                "balance.tooLow",
                                Assert.Throws<Refusal>(() => Issue(books, bill)).Key
                            );
                        else
                        {
                            Assert.True(books.Commit(Issue(books, bill)));
                            Assert.Equal(before - new Money(price), books.State.Balance);
                            // Asked again, the effect is booked: nothing is written.
                            if (books.State.Balance.Cents >= price)
                                Assert.False(books.Commit(Issue(books, bill)));
                        }
                        Assert.True(books.State.Balance >= Money.Zero);
                    }
                    Assert.Equal(Money.Zero, Money.Sum(books.Ledger.Select(e => e.Amount)));
                },
                iter: 200
            );

    [Fact]
    public void What_is_taken_back_is_its_exact_negative_and_goes_to_the_balance()
    {
        var books = WithBalance(1_000);
        books.Commit(Issue(books, Bill("i1", 333)));
        var back = OpenInvoices.Withdraw(
            books.State,
            Samples.Account,
            books.Corrected(InvoiceId.Of("i1")),
            InvoiceWords.NotResized,
            Samples.House,
            Samples.Now
        );
        Assert.True(books.Commit(back));
        Assert.Equal(new Money(1_000), books.State.Balance);
        var documents = books.Documents.Values.Select(d => d.Content).ToArray();
        Assert.Equal(default, Grains.Billing.Pricing.Amounts.Sum(documents.Select(d => d.Sum)));
        Assert.Equal("Die Größenänderung wurde nicht ausgeführt.", documents[^1].Reason);
        Assert.Null(
            OpenInvoices.Withdraw(
                books.State,
                Samples.Account,
                books.Corrected(InvoiceId.Of("i1")),
                InvoiceWords.NotResized,
                Samples.House,
                Samples.Now
            )
        );
    }

    [Fact]
    public void The_line_says_what_became_more_and_for_how_long()
    {
        var books = WithBalance(1_000);
        books.Commit(Issue(books, Bill("i1", 160)));
        var content = Assert.Single(books.Documents.Values).Content;
        var line = Assert.Single(content.Lines);
        Assert.Equal(
            "world · Frankfurt · Arbeitsspeicher 2048 → 4096 MiB · CPU 200 → 300 % · 20 Tage",
            line.Description
        );
        Assert.Equal(
            (new DateOnly(2026, 12, 5), new DateOnly(2026, 12, 24)),
            (line.PeriodFrom!.Value, line.PeriodTo!.Value)
        );
        Assert.Equal((134, 26), (content.Sum.Net.Cents, content.Sum.Tax.Cents));
    }

    [Theory]
    [InlineData("AT", AccountType.Private, null, 160)]
    [InlineData("CH", AccountType.Private, null, 134)]
    public void The_tax_is_the_customers(
        string country,
        AccountType type,
        string? vatId,
        long total
    )
    {
        var buyer = Samples.Buyer(country, type, vatId);
        var (_, sum) = SizeChangeIssuing.Price(Bill("i1", 160), buyer, Samples.House, Samples.Now);
        Assert.Equal(total, sum.Gross.Cents);
        // Shown before the customer moved: nothing is charged that was not seen.
        if (total != 160)
            Assert.Equal(
                "quote.changed",
                Assert.Throws<Refusal>(() => Issue(WithBalance(1_000), Bill("i1", 160), buyer)).Key
            );
    }

    private static Books WithBalance(long cents)
    {
        var books = new Books();
        if (cents > 0)
            books.Commit(
                Credits.Credit(
                    books.State,
                    Samples.Account,
                    "c1",
                    new Money(cents),
                    "test",
                    Samples.By() with
                    {
                        Reason = "test",
                    },
                    Samples.House,
                    Samples.Now
                )
            );
        return books;
    }

    private static Change<AccountState> Issue(
        Books books,
        SizeChangeBill bill,
        BillingProfile? buyer = null
    ) =>
        SizeChangeIssuing.Issue(
            books.State,
            Samples.Account,
            bill,
            buyer ?? Samples.Buyer(),
            Samples.House,
            Samples.Now
        );

    private static SizeChangeBill Bill(string invoice, long price)
    {
        var sold = new PlanLimits(2048, 10_240, 200);
        return new SizeChangeBill(
            InvoiceId.Of(invoice),
            ServiceId.Of("service1"),
            1,
            OrderId.Of("order1"),
            ProductId.Of("minecraft-2g"),
            "Minecraft 2 GB",
            "world",
            "Frankfurt",
            sold,
            sold with
            {
                Memory = 4096,
                Cpu = 300,
            },
            new Money(price),
            new DateOnly(2026, 12, 5),
            new DateOnly(2026, 12, 25),
            new Money(price),
            false
        );
    }
}
