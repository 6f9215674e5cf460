using Elizon.Billing;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Points;
using Elizon.Grains.Storage;

namespace Elizon.Rules.Tests.Billing;

/// <summary>Lots of points: which are taken, which are shown, what parts of an invoice take back.</summary>
public sealed class PointLotTests
{
    private static readonly DateTimeOffset Now = Samples.Now;
    private static readonly InvoiceId Invoice = InvoiceId.Of("i1");
    private static readonly PointsOptions Three = new() { PerEuro = 3 };

    private static readonly PointsState Lots = new()
    {
        Lots =
        [
            new PointLot("a", 5, Now),
            new PointLot("b", 10, Now.AddDays(1)),
            new PointLot("c", 20, Now.AddDays(2)),
            new PointLot("d", 30, Now.AddDays(2)),
        ],
    };

    [Fact]
    public void What_has_ended_is_neither_taken_nor_shown()
    {
        var (left, taken) = Lots.Take(12, Now);
        Assert.Equal([("b", 10), ("c", 2)], taken.Select(l => (l.Source, l.Points)));
        Assert.Equal([("a", 5), ("c", 18), ("d", 30)], left.Lots.Select(l => (l.Source, l.Points)));
        Assert.Equal(
            [(10, Now.AddDays(1)), (50, Now.AddDays(2))],
            Lots.ToView(Now).Expiring.Select(e => (e.Points, e.ExpiresAt))
        );
    }

    [Fact]
    public void More_than_there_are_cannot_be_taken()
    {
        Assert.Empty(Lots.Take(60, Now).Left.Lots.Where(l => l.Source != "a"));
        Assert.Throws<InvalidOperationException>(() => Lots.Take(61, Now));
    }

    [Theory]
    [InlineData(899, false)]
    [InlineData(900, true)]
    public void Points_pay_only_where_the_balance_pays_the_rest(long balance, bool pays)
    {
        var before = new Change<AccountState>(
            new AccountState
            {
                Balance = new Money(balance),
                Points = new PointsState { Lots = [new PointLot("x", 100, Now.AddDays(9))] },
            }
        );
        var after = before.SpendIfCovered(
            Samples.Account,
            "k",
            new Money(1000),
            Invoice,
            new PointsOptions(),
            Now
        );
        Assert.Equal(pays ? 0 : 100, after.Next.Points.At(Now));
        Assert.Equal(pays ? 1000 : balance, after.Next.Balance.Cents);
    }

    [Fact]
    public void A_preview_takes_no_negative_total()
    {
        var state = new AccountState { Points = Lots };
        Assert.Equal(0, NetPoints.Preview(state, Money.Zero, new(), Now).Maximum);
        Assert.Throws<Refusal>(() => NetPoints.Preview(state, new Money(-1), new(), Now));
    }

    [Fact]
    public void A_part_takes_back_what_it_had_earned()
    {
        var earned = new Change<AccountState>(new AccountState()).Earn(
            Samples.Account,
            Invoice,
            new Money(1050),
            Three,
            Now
        );
        Assert.Equal(31, earned.Next.Points.At(Now));
        var nothing = Unearn(earned, 0);
        Assert.Same(earned, nothing);
        var part = Unearn(earned, 500);
        Assert.Equal((16, -15), (part.Next.Points.At(Now), Rows(part)[^1].Points));
        var rest = Unearn(part, 1050);
        Assert.Equal((0, -16), (rest.Next.Points.At(Now), Rows(rest)[^1].Points));
        Assert.Empty(rest.Next.Points.Lots);
    }

    [Fact]
    public void Each_time_an_invoice_is_paid_earns_under_a_key_of_its_own()
    {
        var change = new Change<AccountState>(new AccountState())
            .Earn(Samples.Account, Invoice, new Money(100), Three, Now)
            .Earn(Samples.Account, Invoice, new Money(100), Three, Now, round: 1);
        Assert.Equal(["invoice/i1/earned", "invoice/i1/earned/1"], Rows(change).Select(r => r.Key));
    }

    private static Change<AccountState> Unearn(Change<AccountState> change, long cents) =>
        change.Unearn(Samples.Account, Invoice, $"k{cents}", new Money(cents), Three, Now);

    private static PointRow[] Rows(Change<AccountState> change) =>
        [.. change.Rows.Select(r => r.Row).OfType<PointRow>()];
}
