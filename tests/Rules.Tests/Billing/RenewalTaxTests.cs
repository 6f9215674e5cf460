using Elizon.Billing;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Mail;
using Elizon.Grains.Subscriptions;

namespace Elizon.Rules.Tests.Billing;

/// <summary>A rate that changes between the order and the renewals: the first day of a period decides.</summary>
public sealed class RenewalTaxTests
{
    /// <summary>Germany: 19 %, from 1 July to 31 December 2020 16 %, then 19 % again.</summary>
    private static readonly DateTimeOffset Ordered = new(2020, 6, 10, 8, 0, 0, TimeSpan.Zero);
    private static readonly ServiceId Service = new("service1");
    private readonly Books _books = new();

    [Fact]
    public void Each_period_bears_the_rate_of_its_first_day_and_the_price_stays()
    {
        for (var period = 2; period <= 8; period++)
            Bill(period, Samples.House.DayOf(Ordered).AddDays((period - 1) * 30));

        Assert.Equal(
            [
                (new DateOnly(2020, 7, 10), 16m, 861, 138),
                (new DateOnly(2020, 8, 9), 16m, 861, 138),
                (new DateOnly(2020, 9, 8), 16m, 861, 138),
                (new DateOnly(2020, 10, 8), 16m, 861, 138),
                (new DateOnly(2020, 11, 7), 16m, 861, 138),
                (new DateOnly(2020, 12, 7), 16m, 861, 138),
                (new DateOnly(2021, 1, 6), 19m, 839, 160),
            ],
            _books
                .Documents.Values.Select(d => d.Content)
                .OrderBy(c => c.Lines[0].PeriodFrom)
                .Select(c =>
                    (
                        c.Lines[0].PeriodFrom!.Value,
                        c.Tax.Rate,
                        (int)c.Sum.Net.Cents,
                        (int)c.Sum.Tax.Cents
                    )
                )
        );
        Assert.Empty(_books.State.OpenInvoices);
        Assert.Equal(Money.Zero, _books.State.Balance);
        // The contract gets it as the answer to its bill.
        Assert.Empty(_books.Messages.OfType<RenewalPaid>());
        Assert.Empty(_books.Messages.OfType<SendMail>());
        Assert.Equal(new Money(6 * 138), _books.Booked(LedgerName.Vat("DE", 16)));
        Assert.Equal(Money.Zero, Money.Sum(_books.Ledger.Select(e => e.Amount)));
    }

    private void Bill(int period, DateOnly from)
    {
        var at = Samples.House.At(from, new TimeOnly(10, 0));
        _books.Commit(
            new Grains.Storage.Change<AccountState>(_books.State).Book(
                Samples.Account,
                Movements.Credit($"gift{period}", new Money(999), "test"),
                at
            )
        );
        _books.Commit(
            RenewalIssuing
                .Issue(
                    _books.State,
                    Samples.Account,
                    Samples.Bill(at) with
                    {
                        Service = Service,
                        Period = period,
                    },
                    Samples.Buyer(),
                    Samples.House,
                    at.AddDays(-7)
                )
                .Change
        );
    }
}
