using CsCheck;
using Elizon.Grains.Billing.Export;
using Elizon.Grains.Billing.Ledger;

namespace Elizon.Rules.Tests.Billing;

public sealed class BookingExportTests
{
    private static readonly DateOnly Day = new(2026, 11, 5);

    [Fact]
    public void An_issued_invoice_is_two_bookings_against_the_customer()
    {
        var bookings = Booking
            .Of([
                Side(0, "receivable", -1190),
                Side(1, "revenue/DE/19", 1000),
                Side(2, "vat/DE/19", 190),
            ])
            .Select(b => (b.Debit.Ledger, b.Credit.Ledger, b.Amount.Cents));
        Assert.Equal(
            [("receivable", "revenue/DE/19", 1000L), ("receivable", "vat/DE/19", 190L)],
            bookings
        );
    }

    [Fact]
    public void Pairs_give_each_ledger_exactly_what_was_booked() =>
        Gen.Long[-50_000, 50_000]
            .Array[1, 8]
            .Sample(cents =>
            {
                long[] all = [.. cents.Append(-cents.Sum()).Where(c => c != 0)];
                BookedSide[] sides = [.. all.Select((c, i) => Side(i, $"l{i}", c))];
                var pairs = Booking.Of(sides).ToArray();
                Assert.All(pairs, p => Assert.True(p.Amount > Money.Zero));
                foreach (var side in sides)
                    Assert.Equal(
                        side.Amount,
                        Money.Sum(pairs.Where(p => p.Credit == side).Select(p => p.Amount))
                            - Money.Sum(pairs.Where(p => p.Debit == side).Select(p => p.Amount))
                    );
            });

    [Fact]
    public void A_line_for_DATEV_has_its_form()
    {
        var line = DatevFile.Line(
            Booking.Of([Side(0, "receivable", -1190), Side(1, "revenue/DE/19", 1190)]).Single(),
            new DatevOptions(),
            Day
        );
        Assert.Equal(
            "11,90;\"S\";\"EUR\";;;\"\";10000;8200;\"\";0511;\"RE-2026-000001\";\"\";;\"say \"\"why\"\"\"\r\n",
            line
        );
    }

    [Fact]
    public void The_head_has_31_fields_and_names_the_month()
    {
        var head = DatevFile.Head(new DatevOptions(), new DateOnly(2026, 2, 1), Samples.Now);
        var fields = head.Split("\r\n")[0].Split(';');
        Assert.Equal(31, fields.Length);
        Assert.Equal(
            ("\"EXTF\"", "20260101", "20260201", "20260228"),
            (fields[0], fields[12], fields[14], fields[15])
        );
    }

    [Theory]
    [InlineData("vat/AT/20", "1777")]
    [InlineData("vat/DE/19", "1776")]
    [InlineData("vatican", null)]
    public void The_longest_name_that_fits_gives_the_account(string ledger, string? account)
    {
        var options = new DatevOptions();
        options.Accounts["vat/AT"] = "1777";
        Assert.Equal(account, options.AccountOf(ledger));
    }

    [Theory]
    [InlineData(LedgerName.Balance)]
    [InlineData(LedgerName.Receivable)]
    [InlineData(LedgerName.Mollie)]
    [InlineData(LedgerName.Bank)]
    [InlineData(LedgerName.Payouts)]
    [InlineData(LedgerName.Refunds)]
    [InlineData(LedgerName.Goodwill)]
    public void Every_ledger_has_an_account_without_settings(string ledger) =>
        Assert.NotNull(new DatevOptions().AccountOf(ledger));

    [Fact]
    public void A_reason_that_looks_like_a_formula_stays_text() =>
        Assert.Contains(
            ",\"'=HYPERLINK(\"\"x\"\")\",",
            CsvFile.Line(Side(0, "balance", 5) with { Reason = "=HYPERLINK(\"x\")" }, Day),
            StringComparison.Ordinal
        );

    private static BookedSide Side(int side, string ledger, long cents) =>
        new(
            side + 1,
            Samples.Now,
            "customer1",
            "invoice/i1/issued",
            side,
            ledger,
            new Money(cents),
            "say \"why\"",
            "RE-2026-000001"
        );
}
