using System.Collections.Immutable;
using Elizon.Billing;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Mail;
using Elizon.Grains.Storage;
using Elizon.Grains.Subscriptions;
using Elizon.Payments;

namespace Elizon.Rules.Tests.Billing;

/// <summary>Stages, their fees, and invoices whose money went back.</summary>
public sealed class DunningTests
{
    private static readonly ServiceId Service = new("service1");
    private readonly House _house = Samples.HouseWith(o =>
        o.Dunning.Stages = [
            new DunningStage { Days = 1, Deed = "Remind" },
            new DunningStage
            {
                Days = 3,
                Deed = "Suspend",
                Fee = 2.50m,
                TextDe = "Bitte melden Sie sich.",
                TextEn = "Please call us.",
            },
            new DunningStage { Days = 17, Deed = "Terminate" },
        ]
    );
    private readonly Books _books = new();

    private static InvoiceId Invoice => Bill().Invoice;

    private OpenInvoice Open => _books.State.OpenInvoices[Invoice];

    [Fact]
    public void A_fee_is_a_claim_beside_the_invoice_and_paid_with_it()
    {
        Issue();
        Dun(4);
        Assert.Equal((new Money(999), new Money(1_249)), (Open.Total, Open.ToPay));
        Assert.Equal(new Money(-250), _books.Booked(LedgerName.Fees));
        var mail = _books.Messages.OfType<SendMail>().Last();
        Assert.Equal("service-suspended", mail.Template);
        Assert.Equal(("12.49", "2.50"), (mail.Values["amount"], mail.Values["fee"]));
        Assert.Equal("Bitte melden Sie sich.", mail.Values["note"]);

        Credit(1_249);
        Settle();

        Assert.Empty(_books.State.OpenInvoices);
        Assert.Equal(Money.Zero, _books.State.Balance);
        Assert.Equal(Money.Zero, _books.Booked(LedgerName.Fees));
        Assert.Equal(new Money(250), _books.Booked(LedgerName.Damages));
        Assert.Equal(Money.Zero, _books.Corrected(Invoice).Open);
        Assert.Equal(Money.Zero, Money.Sum(_books.Ledger.Select(e => e.Amount)));
    }

    [Fact]
    public void A_stage_without_a_fee_leaves_the_page_for_paying_and_a_fee_gives_it_up()
    {
        Issue();
        var page = new PaymentId("page");
        _books.Commit(
            Paying.Put(new Change<AccountState>(_books.State), Open with { Payment = page })
        );
        Dun(2);
        Assert.Equal(page, Open.Payment);
        Dun(4);
        Assert.Null(Open.Payment);
    }

    [Fact]
    public void Without_fees_nothing_is_let_go()
    {
        Issue();
        var open = Open;
        var change = new Change<AccountState>(_books.State);
        Assert.Same(change, change.Waive(Samples.Account, open, Samples.Now));
    }

    [Fact]
    public void A_reminder_says_when_the_service_stands_still()
    {
        Issue();
        Dun(1);
        var mail = _books.Messages.OfType<SendMail>().Single(m => m.Template == "payment-reminder");
        Assert.Equal("2026-11-28T08:00:00Z", mail.Values["suspendAt"]);
    }

    [Fact]
    public void The_first_that_is_due_comes_first_and_equals_by_their_ids()
    {
        var state = new AccountState
        {
            OpenInvoices = new[] { ("b", 0), ("c", -1), ("a", 0), ("d", 1) }.ToImmutableDictionary(
                o => InvoiceId.Of(o.Item1),
                o => Waits(o.Item1, Samples.Now.AddDays(o.Item2))
            ),
        };
        var order = new List<string>();
        while (Dunning.Next(state, Samples.Now) is { } next)
        {
            Assert.Equal(next.Id, Debits.Next(state, Samples.Now)!.Id);
            order.Add(next.Id.Value);
            state = state with { OpenInvoices = state.OpenInvoices.Remove(next.Id) };
        }
        Assert.Equal(["c", "a", "b"], order);
    }

    [Fact]
    public void An_order_of_several_services_is_owed_again_for_all_of_them()
    {
        OpenInvoice Opened(params ServiceId[] services) =>
            new Change<AccountState>(new AccountState())
                .Reopen(
                    Samples.Account,
                    Billed() with
                    {
                        Services = [.. services],
                    },
                    new Money(1),
                    "chargeback/c1",
                    true,
                    _house,
                    Samples.Now
                )
                .Next.OpenInvoices[Invoice];
        ServiceId[] three = [new("s1"), new("s2"), new("s3")];
        Assert.Equal(three, Opened(three).Services);
        var one = Opened(Service);
        Assert.Null(one.Others);
        Assert.Equal([Service], one.Services);
        Assert.Equal($"{Invoice}/1", one.Key);
    }

    private static OpenInvoice Waits(string id, DateTimeOffset at) =>
        new(InvoiceId.Of(id), Service, 2, null, "world", new Money(1), at, true)
        {
            NextAt = at,
            Debit = new AnnouncedDebit(at, new Money(1), new MandateId("m")),
        };

    [Fact]
    public void A_payment_that_was_begun_before_the_fee_pays_the_invoice_and_the_fee_is_let_go()
    {
        Issue();
        Dun(4);
        Receive(999);
        Assert.Empty(_books.State.OpenInvoices);
        Assert.Equal(Money.Zero, _books.State.Balance);
        Assert.Equal(Money.Zero, _books.Booked(LedgerName.Damages));
        Assert.Equal(Money.Zero, _books.Booked(LedgerName.Fees));
    }

    [Fact]
    public void Termination_takes_invoice_and_fees_back()
    {
        Issue();
        Dun(18);
        Assert.Empty(_books.State.OpenInvoices);
        Assert.Equal(Money.Zero, _books.Booked(LedgerName.Receivable));
        Assert.Equal(Money.Zero, _books.Booked(LedgerName.Fees));
        Assert.Single(_books.Messages.OfType<RenewalGivenUp>(), m => !m.Reopened);
    }

    [Fact]
    public void A_paid_invoice_that_is_charged_back_is_dunned_anew_and_paid_again()
    {
        Issue();
        Receive(999);
        ChargeBack(999, "chb_1");
        Assert.Equal((new Money(999), 0), (Open.Total, Open.Stage));
        Dun(5);
        Assert.Single(_books.Messages.OfType<RenewalOverdue>(), m => m.Reopened);

        Credit(2_000);
        Settle();
        Assert.Empty(_books.State.OpenInvoices);
        Assert.Equal(2, _books.Messages.OfType<RenewalPaid>().Count());
        Assert.Equal(new Money(2_000 - 1_249), _books.State.Balance);

        ChargeBack(999, "chb_2");
        Credit(500);
        Settle();
        Assert.Empty(_books.State.OpenInvoices);
        Assert.Equal(Money.Zero, _books.Corrected(Invoice).Open);
        Assert.Equal(Money.Zero, Money.Sum(_books.Ledger.Select(e => e.Amount)));
    }

    [Fact]
    public void What_was_delivered_stays_owed_when_the_contract_ends_unpaid()
    {
        Issue();
        Receive(999);
        ChargeBack(999, "chb_1");
        Dun(400);
        Assert.Equal((new Money(1_249), null), (Open.ToPay, Open.NextAt));
        Assert.Single(_books.Messages.OfType<RenewalGivenUp>(), m => m.Reopened);
        Assert.Single(_books.Documents);
    }

    [Fact]
    public void A_reversed_chargeback_closes_it_with_its_fees()
    {
        Issue();
        Receive(999);
        ChargeBack(999, "chb_1");
        Dun(5);
        _books.Commit(
            Chargebacks.Reversed(
                _books.State,
                Samples.Account,
                new ChargebackReversed(
                    new PaymentId("p1"),
                    PaymentPurpose.Invoice,
                    Invoice,
                    new Money(999),
                    "tr_1",
                    "chb_1"
                ),
                Invoice,
                _books.Corrected(Invoice).Open,
                Samples.Now
            )
        );
        Assert.Empty(_books.State.OpenInvoices);
        Assert.Equal(Money.Zero, _books.Booked(LedgerName.Fees));
        Assert.Equal(2, _books.Messages.OfType<RenewalPaid>().Count());
    }

    [Fact]
    public void A_refund_makes_it_owed_again_and_a_correction_settles_it()
    {
        Issue();
        Receive(999);
        _books.Commit(
            Refunds.Take(
                _books.State,
                Samples.Account,
                new RefundId("r1"),
                new RefundOrder(
                    new PaymentId("p1"),
                    "tr_1",
                    new Money(999),
                    RefundTo.Method,
                    new Money(999)
                ),
                Invoice,
                Billed(),
                Samples.By(),
                _house,
                Samples.Now
            )
        );
        Assert.False(Open.Autopay);
        var original = _books.Corrected(Invoice);
        _books.Commit(
            new Change<AccountState>(_books.State).TakeBack(
                Samples.Account,
                new InvoiceId("correction"),
                original,
                Grains.Billing.Invoices.CorrectionContent.Cancel(
                    original.Document,
                    original.Left,
                    "goodwill",
                    _house.DayOf(Samples.Now)
                ),
                _house,
                Samples.Now,
                null
            )
        );
        Assert.Empty(_books.State.OpenInvoices);
        Assert.Equal(Money.Zero, _books.State.Balance);
        Assert.Equal(2, _books.Messages.OfType<RenewalPaid>().Count());
    }

    [Fact]
    public void A_simulation_says_what_would_come_and_when()
    {
        Issue();
        var due = Open.DueAt;
        var harsh = new DunningPolicy([
            new DunningStageView(0, DunningDeed.Suspend, new Money(500)),
            new DunningStageView(5, DunningDeed.Terminate, Money.Zero),
        ]);
        var holds = _house.Dunning(Open.Product);
        Assert.Equal(
            [
                new DunningForecastStep(due.AddDays(1), DunningDeed.Remind, Money.Zero),
                new DunningForecastStep(due.AddDays(3), DunningDeed.Suspend, new Money(250)),
            ],
            DunningPlan.Of(Samples.Account, Open, null, holds, due.AddDays(10)).Steps
        );
        Assert.Equal(
            [
                new DunningForecastStep(due, DunningDeed.Suspend, new Money(500)),
                new DunningForecastStep(due.AddDays(5), DunningDeed.Terminate, Money.Zero),
            ],
            DunningPlan.Of(Samples.Account, Open, harsh, holds, due.AddDays(10)).Steps
        );
    }

    private static RenewalBill Bill() => Samples.Bill(Samples.Now);

    private BilledInvoice Billed() =>
        new(
            Invoice,
            [Service],
            2,
            new ProductId("minecraft-2g"),
            "world",
            "de",
            _books.Allocations.Count(a => a.Invoice == Invoice)
        );

    private void Issue() =>
        _books.Commit(
            RenewalIssuing
                .Issue(_books.State, Samples.Account, Bill(), Samples.Buyer(), _house, Samples.Now)
                .Change
        );

    /// <summary>The days pass.</summary>
    private void Dun(int days)
    {
        var now = Samples.Now.AddDays(days);
        while (Dunning.Next(_books.State, now) is { } open)
            _books.Commit(
                Dunning.Step(
                    _books.State,
                    Samples.Account,
                    open,
                    _books.Corrected(open.Id),
                    _house,
                    open.NextAt!.Value
                )
            );
    }

    private void Credit(long cents) =>
        _books.Commit(
            new Change<AccountState>(_books.State).Book(
                Samples.Account,
                Movements.Credit($"gift{cents}", new Money(cents), "test"),
                Samples.Now
            )
        );

    private void Settle() =>
        _books.Commit(
            Paying.Settle(
                new Change<AccountState>(_books.State),
                Samples.Account,
                _house,
                Samples.Now
            )
        );

    private void Receive(long cents) =>
        _books.Commit(
            Paying.Received(
                _books.State,
                Samples.Account,
                Open,
                new PaymentReceived(
                    new PaymentId("p1"),
                    PaymentPurpose.Invoice,
                    Invoice,
                    new Money(cents),
                    "tr_1",
                    "ideal"
                ),
                Samples.Buyer(),
                _house,
                Samples.Now
            )
        );

    private void ChargeBack(long cents, string id) =>
        _books.Commit(
            Chargebacks.Received(
                _books.State,
                Samples.Account,
                new PaymentChargedBack(
                    new PaymentId("p1"),
                    PaymentPurpose.Invoice,
                    Invoice,
                    new Money(cents),
                    "tr_1",
                    id,
                    "MD06"
                ),
                Invoice,
                Billed(),
                _house,
                Samples.Now
            )
        );
}
