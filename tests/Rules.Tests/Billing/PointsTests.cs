using CsCheck;
using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Billing.Points;
using Elizon.Grains.Storage;
using Elizon.Payments;

namespace Elizon.Rules.Tests.Billing;

public sealed class PointsTests
{
    private static readonly PointsOptions Terms = Samples.House.Terms.Points;
    private readonly Books _books = new();
    private DateTimeOffset _now = Samples.Now;

    private AccountState State => _books.State;

    [Fact]
    public void An_order_is_paid_with_points_first_and_keeps_its_price_and_tax()
    {
        Grant(300);
        TopUp(700);
        var order = Placed(PaymentMethod.Guthaben, 300, Samples.Offer(1000));
        Assert.Equal((Money.Zero, 7), (State.Balance, State.Points.At(_now)));
        Assert.Equal(new Money(1000), _books.Documents[order.Invoice].Content.Sum.Gross);
        Assert.Equal(new Money(-300), _books.Booked(LedgerName.Goodwill));
        Assert.Equal(Money.Zero, _books.Booked(LedgerName.Receivable));
        Assert.Equal([new Money(1000)], _books.Allocations.Select(a => a.Amount));
    }

    [Fact]
    public void A_draft_holds_its_points_and_the_provider_is_asked_for_the_rest()
    {
        Grant(300);
        var order = Placed(PaymentMethod.Mollie, 300, Samples.Offer(1000));
        Assert.Equal(0, State.Points.At(_now));
        Assert.Equal(new Money(700), State.Drafts[order.Invoice].ToIntent(Samples.House).Amount);
        Receive(order, 700);
        Assert.Equal([new Money(700), new Money(300)], _books.Allocations.Select(a => a.Amount));
        Assert.Equal(Money.Zero, _books.Booked(LedgerName.Receivable));
        Assert.Equal((Money.Zero, 7), (State.Balance, State.Points.At(_now)));
    }

    [Fact]
    public void A_lapsed_draft_gives_its_points_back_with_the_end_they_had()
    {
        Grant(300);
        var end = State.DueAt;
        Placed(PaymentMethod.Mollie, 300, Samples.Offer(1000));
        _now += Samples.House.Terms.DraftLimit;
        Assert.True(_books.Commit(Drafts.Lapse(State, Samples.House, _now)));
        Assert.Equal((300, end), (State.Points.At(_now), State.DueAt));
    }

    [Fact]
    public void A_wrong_amount_leaves_the_draft_with_its_points()
    {
        Grant(300);
        var order = Placed(PaymentMethod.Mollie, 300, Samples.Offer(1000));
        Receive(order, 1000);
        Assert.Equal(new Money(1000), State.Balance);
        Assert.True(State.Drafts.ContainsKey(order.Invoice));
    }

    [Theory]
    [InlineData(301, 300)]
    [InlineData(200, 100)]
    public void More_than_there_is_or_than_the_order_costs_is_refused(int points, int most)
    {
        Grant(300);
        var offer = Samples.Offer(most == 300 ? 1000 : 100);
        var refusal = Assert.Throws<Refusal>(() => Placed(PaymentMethod.Guthaben, points, offer));
        Assert.Equal("netpoints.tooMany", refusal.Key);
        Assert.Contains($"{most}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_house_may_limit_the_share_that_points_pay()
    {
        Grant(5000);
        var half = new PointsOptions { MaxShare = 50 };
        Assert.Equal(
            new PointsPreview(5000, 500, new Money(500), new Money(501)),
            NetPoints.Preview(State, new Money(1001), half, _now)
        );
    }

    [Fact]
    public void Points_that_end_next_go_first()
    {
        Grant(100);
        _now = _now.AddDays(10);
        Grant(100);
        var (change, worth) = NetPoints.Spend(
            new Change<AccountState>(State),
            Samples.Account,
            "subscription/s1/1",
            new Money(150),
            null,
            Terms,
            _now
        );
        Assert.Equal(new Money(150), worth);
        Assert.Equal(new Money(150), change.Next.Balance);
        var left = Assert.Single(change.Next.Points.Lots);
        Assert.Equal((50, _now.AddDays(Terms.LifeDays)), (left.Points, left.ExpiresAt));
    }

    [Fact]
    public void Without_points_a_renewal_spends_none()
    {
        var none = new Change<AccountState>(State);
        var (change, worth) = NetPoints.Spend(
            none,
            Samples.Account,
            "k",
            new Money(150),
            null,
            Terms,
            _now
        );
        Assert.Same(none, change);
        Assert.Equal(Money.Zero, worth);
    }

    [Fact]
    public void Points_end_on_their_instant()
    {
        Grant(100);
        _now = State.DueAt!.Value;
        Assert.Equal(0, State.Points.At(_now));
        Assert.True(_books.Commit(NetPoints.Expire(State, Samples.Account, _now)));
        Assert.Empty(State.Points.Lots);
        Assert.Equal(0, _books.Points.Sum(p => p.Points));
        Assert.Null(NetPoints.Expire(State, Samples.Account, _now));
    }

    [Fact]
    public void What_was_not_delivered_earns_nothing()
    {
        TopUp(5000);
        Placed(PaymentMethod.Guthaben, 0, Samples.Offer(1050, 2));
        Assert.Equal(21, State.Points.At(_now));
        var (service, unit) = State.Undelivered.First();
        Assert.True(
            _books.Commit(
                Deliveries.Undelivered(
                    State,
                    Samples.Account,
                    new ServiceUndelivered(service, unit.Invoice, unit.Line, "no room"),
                    _books.Corrected(unit.Invoice),
                    Samples.House,
                    _now
                )
            )
        );
        Assert.Equal(10, State.Points.At(_now));
    }

    [Fact]
    public void The_entries_always_sum_to_what_there_is() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[1, 2_000])
            .Array[0, 40]
            .Sample(
                steps =>
                {
                    var run = new PointsTests();
                    foreach (var (kind, number) in steps)
                        run.Step(kind, number);
                    Assert.Equal(
                        run._books.Points.Sum(p => p.Points),
                        run.State.Points.Lots.Sum(l => l.Points)
                    );
                    Assert.All(run.State.Points.Lots, l => Assert.True(l.Points > 0));
                    Assert.Equal(Money.Zero, Money.Sum(run._books.Ledger.Select(e => e.Amount)));
                    Assert.True(run.State.Balance >= Money.Zero);
                },
                iter: 200
            );

    private int _count;

    private void Step(int kind, int number)
    {
        _now = _now.AddHours(number);
        try
        {
            switch (kind)
            {
                case 0:
                    Grant(number);
                    break;
                case 1:
                    Grant(-number);
                    break;
                case 2:
                    TopUp(number);
                    break;
                case 3:
                    Placed(
                        number % 2 == 0 ? PaymentMethod.Guthaben : PaymentMethod.Mollie,
                        Math.Min(number, State.Points.At(_now)),
                        Samples.Offer(number + 100)
                    );
                    break;
                case 4:
                    foreach (var draft in State.Drafts.Values)
                        Receive(draft.Order, draft.Order.ToPay.Cents);
                    break;
                default:
                    _books.Commit(Drafts.Lapse(State, Samples.House, _now));
                    _books.Commit(NetPoints.Expire(State, Samples.Account, _now));
                    break;
            }
        }
        catch (Refusal)
        {
            // Not enough of something: nothing happened.
        }
    }

    private void Grant(int points) =>
        _books.Commit(
            NetPoints.Grant(
                State,
                Samples.Account,
                $"g{_count++}",
                points,
                "test",
                Samples.By(),
                Terms,
                _now
            )
        );

    private void TopUp(long cents)
    {
        var id = $"tr_{_count++}";
        _books.Commit(
            Settlement.Received(
                State,
                Samples.Account,
                new PaymentReceived(
                    PaymentId.Of(id),
                    PaymentPurpose.TopUp,
                    null,
                    new Money(cents),
                    id,
                    "ideal"
                ),
                Samples.Buyer(),
                Samples.House,
                _now
            )
        );
    }

    private Order Placed(PaymentMethod method, int points, params Offer[] offers)
    {
        var order = Ordering.Prepare(
            $"op{_count++}",
            Samples.Account,
            Samples.Request(method, offers) with
            {
                Points = points,
            },
            Samples.By(),
            Samples.House,
            _now
        );
        Ordering.Guard(State, order, null, Samples.House);
        _books.Commit(
            method == PaymentMethod.Mollie && order.ToPay > Money.Zero
                ? Ordering.PlaceDraft(State, order, Samples.House)
                : Ordering.PlacePaid(State, order, Samples.House, _now).Change
        );
        return order;
    }

    private void Receive(Order order, long cents)
    {
        var id = $"tr_{_count++}";
        _books.Commit(
            Settlement.Received(
                State,
                Samples.Account,
                new PaymentReceived(
                    State.Drafts[order.Invoice].Payment ?? PaymentId.Of(id),
                    PaymentPurpose.Invoice,
                    order.Invoice,
                    new Money(cents),
                    id,
                    "ideal"
                ),
                Samples.Buyer(),
                Samples.House,
                _now
            )
        );
    }
}
