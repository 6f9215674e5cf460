using CsCheck;
using Elizon.Billing;
using Elizon.Catalog;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Orders;
using Elizon.Payments;

namespace Elizon.Rules.Tests.Billing;

/// <summary>Whatever happens to an account, in whatever order and however often it is told, the books stay right.</summary>
public sealed class AccountProperties
{
    private static readonly Gen<Step> Steps = Gen.Select(
        Gen.Int[0, 9],
        Gen.Int[0, 7],
        Gen.Long[1, 30_000],
        Gen.Int[1, 4],
        (kind, pick, cents, quantity) => new Step(kind, pick, cents, quantity)
    );

    [Fact]
    public void The_books_stay_right_after_any_sequence_of_events() =>
        Steps
            .Array[0, 60]
            .Sample(
                steps =>
                {
                    var run = new Run();
                    foreach (var step in steps)
                    {
                        run.Do(step);
                        run.Check();
                    }
                },
                iter: 300
            );

    [Fact]
    public void An_order_of_which_nothing_is_delivered_leaves_nothing_but_the_money() =>
        Gen.Select(Gen.Long[0, 20_000].Array[1, 6], Gen.Int[1, 5])
            .Sample(
                (cents, quantity) =>
                {
                    var run = new Run();
                    Offer[] offers = [.. cents.Select(c => Samples.Offer(c, quantity))];
                    var total = Money.Sum(offers.Select(o => o.Gross * o.Quantity));
                    run.TopUp(total, "tr_all");
                    run.PlacePaid(offers);
                    foreach (var service in run.Books.State.Undelivered.Keys.ToArray())
                        run.Undelivered(service);
                    run.Check();
                    Assert.Equal(total, run.Books.State.Balance);
                    Assert.Equal(Money.Zero, run.Books.Booked(LedgerName.Revenue("DE", 19)));
                    Assert.Equal(Money.Zero, run.Books.Booked(LedgerName.Vat("DE", 19)));
                    Assert.Equal(Money.Zero, run.Books.Booked(LedgerName.Receivable));
                },
                iter: 300
            );

    private sealed record Step(int Kind, int Pick, long Cents, int Quantity);

    private sealed class Run
    {
        private readonly List<InvoiceId> _drafts = [];
        private readonly List<ServiceId> _services = [];
        private DateTimeOffset _now = Samples.Now;
        private int _count;

        public Books Books { get; } = new();

        public void Do(Step s)
        {
            var price = new Money(s.Cents);
            switch (s.Kind)
            {
                case 0:
                    TopUp(price, $"tr_{s.Pick}");
                    break;
                case 1:
                    PlacePaid(Samples.Offer(s.Cents, s.Quantity), Samples.Offer(s.Cents / 3 + 1));
                    break;
                case 2:
                    PlaceDraft(Samples.Offer(s.Cents, s.Quantity));
                    break;
                case 3:
                    Receive(s, null);
                    break;
                case 4:
                    Receive(s, price);
                    break;
                case 5:
                    End(s);
                    break;
                case 6:
                    PayFromBalance(s);
                    break;
                case 7:
                    Service(
                        s,
                        id =>
                            Commit(
                                Deliveries.Delivered(
                                    State,
                                    Samples.Account,
                                    new ServiceDelivered(id, default, 0),
                                    _now
                                )
                            )
                    );
                    break;
                case 8:
                    Service(s, Undelivered);
                    break;
                default:
                    _now = _now.AddHours(s.Quantity * 9);
                    Commit(Drafts.Lapse(State, Samples.House, _now));
                    break;
            }
        }

        public void TopUp(Money amount, string provider) =>
            Commit(
                Settlement.Received(
                    State,
                    Samples.Account,
                    new PaymentReceived(
                        PaymentId.Of(provider),
                        PaymentPurpose.TopUp,
                        null,
                        amount,
                        provider,
                        "ideal"
                    ),
                    Samples.Buyer(),
                    Samples.House,
                    _now
                )
            );

        public void PlacePaid(params Offer[] offers)
        {
            var order = Next(PaymentMethod.Guthaben, offers);
            try
            {
                Ordering.Guard(State, order, null, Samples.House);
            }
            catch (Refusal refusal) when (refusal.Kind == RefusalKind.PaymentRequired)
            {
                Assert.True(State.Balance < order.Total);
                return;
            }
            var issued = Ordering.PlacePaid(State, order, Samples.House, _now);
            Assert.True(Commit(issued.Change));
            _services.AddRange(issued.Units.Select(u => u.Service));
        }

        public void Undelivered(ServiceId id)
        {
            var invoice = Books.Units[id].Invoice;
            Commit(
                Deliveries.Undelivered(
                    State,
                    Samples.Account,
                    new ServiceUndelivered(id, invoice, 0, "no room"),
                    Books.Corrected(invoice),
                    Samples.House,
                    _now
                )
            );
        }

        public void Check()
        {
            Assert.All(
                Books.Ledger.GroupBy(e => e.Effect),
                g =>
                {
                    Assert.Equal(Money.Zero, Money.Sum(g.Select(e => e.Amount)));
                    Assert.True(g.Count() >= 2);
                }
            );
            Assert.Equal(State.Balance, Books.Booked(LedgerName.Balance));
            Assert.True(State.Balance >= Money.Zero);
            foreach (var (id, document) in Books.Documents)
            {
                var invoice = Books.Invoices[id];
                Assert.Equal(invoice.Total, document.Content.Sum.Gross);
                Assert.Equal(
                    invoice.Total,
                    Money.Sum(Books.Allocations.Where(a => a.Invoice == id).Select(a => a.Amount))
                );
            }
        }

        private AccountState State => Books.State;

        private bool Commit(Elizon.Grains.Storage.Change<AccountState>? change) =>
            Books.Commit(change);

        private Order Next(PaymentMethod method, params Offer[] offers) =>
            Samples.Order(method, $"op-{_count++}", offers) with
            {
                PlacedAt = _now,
            };

        private void PlaceDraft(params Offer[] offers)
        {
            if (State.Drafts.Count >= Samples.House.Terms.MaxOpenDrafts)
                return;
            var order = Next(PaymentMethod.Mollie, offers);
            Commit(Ordering.PlaceDraft(State, order, Samples.House));
            _drafts.Add(order.Invoice);
        }

        private void Receive(Step s, Money? amount)
        {
            if (_drafts.Count == 0)
                return;
            var invoice = _drafts[s.Pick % _drafts.Count];
            var due = Books.Invoices[invoice].Total;
            Commit(
                Settlement.Received(
                    State,
                    Samples.Account,
                    new PaymentReceived(
                        State.Drafts.GetValueOrDefault(invoice)?.Payment ?? PaymentId.Of("gone"),
                        PaymentPurpose.Invoice,
                        invoice,
                        amount ?? due,
                        $"tr_{invoice}_{s.Quantity}",
                        "ideal"
                    ),
                    Samples.Buyer(),
                    Samples.House,
                    _now
                )
            );
            _services.AddRange(State.Undelivered.Keys.Except(_services));
        }

        private void End(Step s)
        {
            if (_drafts.Count == 0)
                return;
            var invoice = _drafts[s.Pick % _drafts.Count];
            var payment = State.Drafts.GetValueOrDefault(invoice)?.Payment;
            Commit(
                Settlement.Ended(
                    State,
                    Samples.Account,
                    new PaymentEnded(
                        payment ?? PaymentId.Of("gone"),
                        PaymentPurpose.Invoice,
                        invoice,
                        "expired"
                    ),
                    Samples.House,
                    _now
                )
            );
        }

        private void PayFromBalance(Step s)
        {
            if (
                _drafts.Count == 0
                || !State.Drafts.TryGetValue(_drafts[s.Pick % _drafts.Count], out var draft)
                || State.Balance < draft.Order.Total
            )
                return;
            var issued = Settlement.FromBalance(State, draft, Samples.House, _now);
            Commit(issued.Change);
            _services.AddRange(issued.Units.Select(u => u.Service));
        }

        private void Service(Step s, Action<ServiceId> act)
        {
            if (_services.Count > 0)
                act(_services[s.Pick % _services.Count]);
        }
    }
}
