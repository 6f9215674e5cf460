using CsCheck;
using Elizon.Billing;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Billing.Pricing;
using Elizon.Payments;

namespace Elizon.Rules.Tests.Billing;

/// <summary>Whatever was taken back before, a cancellation leaves nothing: per rate, per line and in the books.</summary>
public sealed class CorrectionProperties
{
    private static readonly Caller Staff = Samples.By("op-staff") with { Reason = "a mistake" };

    [Fact]
    public void A_cancellation_and_all_before_it_sum_to_zero_with_the_invoice() =>
        Gen.Select(
                Gen.Long[1, 20_000].Array[1, 5],
                Gen.Int[1, 4],
                Gen.Select(Gen.Int[0, 4], Gen.Long[1, 30_000]).Array[0, 6],
                Gen.Int[0, 3]
            )
            .Sample(
                (cents, quantity, parts, undelivered) =>
                {
                    var (books, invoice) = Paid(cents, quantity);
                    var total = books.Invoices[invoice].Total;
                    foreach (var (line, part) in parts)
                        Correct(books, invoice, line % cents.Length, part);
                    foreach (
                        var service in books.State.Undelivered.Keys.Take(undelivered).ToArray()
                    )
                        Undelivered(books, service, invoice);
                    Cancel(books, invoice);
                    Settled(books, invoice, total);
                    // What is reported later finds nothing more to give back.
                    foreach (var service in books.State.Undelivered.Keys.ToArray())
                        Undelivered(books, service, invoice);
                    Settled(books, invoice, total);
                },
                iter: 300
            );

    [Fact]
    public void Parts_of_a_line_take_all_of_its_tax_and_no_more() =>
        Gen.Select(Gen.Long[1, 50_000], Gen.Long[1, 9_000].Array[1, 12])
            .Sample(
                (cents, parts) =>
                {
                    var whole = TaxShare.Spread([new Money(cents)], 19)[0];
                    var left = new Remainder([whole]);
                    var taken = default(Amounts);
                    foreach (var part in parts)
                    {
                        var gross =
                            left.Sum.Gross < new Money(part) ? left.Sum.Gross : new Money(part);
                        if (gross == Money.Zero)
                            break;
                        var share = left.Share(1, gross);
                        taken += share;
                        left = new Remainder([left.Sum + -share]);
                    }
                    Assert.Equal(whole, taken + left.Sum);
                    Assert.True(left.Sum.Gross > Money.Zero || left.Gone);
                }
            );

    [Theory]
    [InlineData(0, 1998, 0)]
    [InlineData(500, 1498, 500)]
    [InlineData(1998, 0, 1998)]
    public void What_is_open_is_set_off_and_the_rest_goes_to_the_balance(
        long paid,
        long setOff,
        long toBalance
    )
    {
        var (books, invoice) = Paid([999], 2);
        var original = CorrectedInvoice.Of(books.Documents[invoice], [], new Money(paid));
        var content = CorrectionContent.Cancel(
            original.Document,
            original.Left,
            "x",
            new DateOnly(2026, 11, 25)
        );
        var id = InvoiceId.Of("storno");
        var change = Corrections.ByStaff(
            books.State,
            Samples.Account,
            id,
            original,
            content,
            Staff,
            Samples.House,
            Samples.Now
        );
        var allocations = change.Rows.Select(r => r.Row).OfType<AllocationRow>().ToArray();
        Assert.Equal(
            (new Money(setOff), new Money(-1998), new Money(toBalance)),
            (
                Money.Sum(allocations.Where(a => a.Invoice == invoice).Select(a => a.Amount)),
                Money.Sum(allocations.Where(a => a.Invoice == id).Select(a => a.Amount)),
                change.Next.Balance - books.State.Balance
            )
        );
    }

    [Fact]
    public void A_cancelled_invoice_is_not_cancelled_again()
    {
        var (books, invoice) = Paid([999], 1);
        Cancel(books, invoice);
        var refusal = Assert.Throws<Refusal>(() => Cancel(books, invoice));
        Assert.Equal("invoice.nothingLeft", refusal.Key);
    }

    [Fact]
    public void A_cancellation_is_not_cancelled()
    {
        var (books, invoice) = Paid([999], 1);
        Cancel(books, invoice);
        var storno = books.Documents.Values.Single(d => d.Content.Kind == InvoiceKind.Cancellation);
        Assert.Equal(
            "invoice.notCorrectable",
            Assert.Throws<Refusal>(() => books.Corrected(storno.Id).Guard()).Key
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1000)]
    public void More_than_a_line_bore_is_refused(long cents)
    {
        var (books, invoice) = Paid([999], 1);
        var original = books.Corrected(invoice);
        Assert.Equal(
            "correction.outOfRange",
            Assert
                .Throws<Refusal>(() =>
                    CorrectionContent.Take(
                        original.Document,
                        original.Left,
                        [new LineCorrection(1, new Money(cents))],
                        "x",
                        new DateOnly(2026, 11, 25)
                    )
                )
                .Key
        );
    }

    [Fact]
    public void A_correction_of_before_says_by_its_line_what_it_took()
    {
        var (books, invoice) = Paid([999, 500], 1);
        Undelivered(books, books.State.Undelivered.First(u => u.Value.Line == 1).Key, invoice);
        var taker = books.Documents.Values.Single(d => d.Id != invoice).Content;
        var older = taker with { Lines = [.. taker.Lines.Select(l => l with { Takes = null })] };
        var original = books.Documents[invoice].Content;
        Assert.Equal(
            Remainder.Of(original, [taker]).Lines.AsEnumerable(),
            Remainder.Of(original, [older]).Lines
        );
    }

    private static (Books Books, InvoiceId Invoice) Paid(long[] cents, int quantity)
    {
        var books = new Books();
        var order = Samples.Order(
            PaymentMethod.Guthaben,
            "op-paid",
            [.. cents.Select((c, i) => Samples.Offer(c, quantity, product: $"product-{i}"))]
        );
        books.Commit(
            Settlement.Received(
                books.State,
                Samples.Account,
                new PaymentReceived(
                    PaymentId.Of("topup"),
                    PaymentPurpose.TopUp,
                    null,
                    order.Total,
                    "tr_1",
                    "ideal"
                ),
                Samples.Buyer(),
                Samples.House,
                Samples.Now
            )
        );
        books.Commit(Ordering.PlacePaid(books.State, order, Samples.House, Samples.Now).Change);
        return (books, order.Invoice);
    }

    private static void Correct(Books books, InvoiceId invoice, int line, long cents)
    {
        var original = books.Corrected(invoice);
        var left = original.Left.Lines[line].Gross;
        var amount = new Money(cents) > left ? left : new Money(cents);
        if (amount > Money.Zero)
            Commit(
                books,
                original,
                CorrectionContent.Take(
                    original.Document,
                    original.Left,
                    [new LineCorrection(line + 1, amount)],
                    "x",
                    Samples.House.DayOf(Samples.Now)
                )
            );
    }

    private static void Cancel(Books books, InvoiceId invoice)
    {
        var original = books.Corrected(invoice);
        if (original.Left.Gone && books.Documents.Count > 1 && !AnyCancelled(books))
            return;
        Commit(
            books,
            original,
            CorrectionContent.Cancel(
                original.Document,
                original.Left,
                "x",
                Samples.House.DayOf(Samples.Now)
            )
        );
    }

    private static bool AnyCancelled(Books books) =>
        books.Documents.Values.Any(d => d.Content.Kind == InvoiceKind.Cancellation);

    private static void Commit(Books books, CorrectedInvoice original, InvoiceContent content) =>
        Assert.True(
            books.Commit(
                Corrections.ByStaff(
                    books.State,
                    Samples.Account,
                    InvoiceId.Of($"correction-{books.Documents.Count}"),
                    original,
                    content,
                    Staff,
                    Samples.House,
                    Samples.Now
                )
            )
        );

    private static void Undelivered(Books books, ServiceId service, InvoiceId invoice) =>
        books.Commit(
            Deliveries.Undelivered(
                books.State,
                Samples.Account,
                new ServiceUndelivered(service, invoice, 0, "no room"),
                books.Corrected(invoice),
                Samples.House,
                Samples.Now
            )
        );

    private static void Settled(Books books, InvoiceId invoice, Money total)
    {
        Assert.True(books.Corrected(invoice).Left.Gone);
        var documents = books.Documents.Values.Select(d => d.Content).ToArray();
        foreach (var rate in documents.SelectMany(d => d.Taxes).GroupBy(t => t.Rate))
            Assert.Equal(default, Amounts.Sum(rate.Select(t => t.Sum)));
        Assert.All(documents, d => Assert.Equal(d.Sum, Amounts.Sum(d.Lines.Select(l => l.Sum))));
        Assert.Equal(total, books.State.Balance);
        Assert.Equal(Money.Zero, books.Booked(LedgerName.Revenue("DE", 19)));
        Assert.Equal(Money.Zero, books.Booked(LedgerName.Vat("DE", 19)));
        Assert.Equal(Money.Zero, books.Booked(LedgerName.Receivable));
    }
}
