using Elizon.Billing;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Ledger;
using Elizon.Grains.Billing.ManualInvoices;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Mail;
using Elizon.Grains.Storage;
using Elizon.Identity;
using Elizon.Taxes;

namespace Elizon.Rules.Tests.Billing;

/// <summary>Invoices that staff writes: drafted, finalised, paid, reminded of, taken back.</summary>
public sealed class ManualInvoiceTests
{
    private static readonly InvoiceId Id = InvoiceId.Of("manual1");
    private static readonly ManualLine Move = new("Umzug", new Money(4_900), 2, "zwei Server");
    private static readonly ManualLine Hour = new("Support", new Money(1));
    private readonly Books _books = new();

    private OpenInvoice Open => _books.State.OpenInvoices[Id];

    [Fact]
    public void A_draft_has_amounts_and_no_number()
    {
        Write(new ManualInvoice([Move, Hour]));
        var row = _books.Invoices[Id];
        Assert.Equal((new Money(9_801), null), (row.Total, row.OrderId));
        Assert.Equal(9_801, (row.Net + row.Tax).Cents);
        Assert.Empty(_books.Documents);
        Assert.Empty(_books.Ledger);
        Assert.Empty(_books.Messages);
    }

    [Fact]
    public void Finalised_it_is_owed_by_a_day_and_mailed()
    {
        Write(new ManualInvoice([Move, Hour], new(2026, 11, 1), new(2026, 11, 20), DueInDays: 10));
        Finalise();
        var content = _books.Documents[Id].Content;
        Assert.Equal("RE-2026-000001", _books.Documents[Id].Number);
        Assert.Equal((new DateOnly(2026, 12, 5), null), (content.DueOn, content.PaidBy));
        Assert.Equal(PaymentMeans.Transfer, content.Payment!.Means);
        Assert.Equal(
            [(2, 9_800L, new DateOnly(2026, 11, 1)), (1, 1L, new DateOnly(2026, 11, 1))],
            content.Lines.Select(l => (l.Quantity, l.Sum.Gross.Cents, l.PeriodFrom!.Value))
        );
        Assert.Equal(new DateOnly(2026, 11, 20), content.Lines[1].PeriodTo);
        Assert.Equal(new Money(-9_801), _books.Booked(LedgerName.Receivable));
        Assert.Equal(Samples.Now.AddDays(10), Open.DueAt);
        Assert.Single(_books.Messages.OfType<DocumentMail>());
        Assert.Empty(_books.State.ManualDrafts);
    }

    [Fact]
    public void Without_days_the_supply_is_that_of_the_day_of_issue()
    {
        Write(new ManualInvoice([Hour]));
        Finalise();
        var line = _books.Documents[Id].Content.Lines[0];
        var today = new DateOnly(2026, 11, 25);
        Assert.Equal((today, today), (line.PeriodFrom, line.PeriodTo));
    }

    [Fact]
    public void A_business_abroad_pays_net_and_owes_the_tax_itself()
    {
        Write(new ManualInvoice([new ManualLine("Umzug", new Money(11_900))]));
        var buyer = Samples.Buyer("FR", AccountType.Business, "FR40303265045") with
        {
            VatProof = new VatIdProof("FR40303265045", VatIdStatus.Valid, Samples.Now, "proof1"),
        };
        Finalise(buyer);
        var content = _books.Documents[Id].Content;
        Assert.Equal(("AE", 10_000L), (content.Tax.Category, content.Sum.Gross.Cents));
    }

    [Theory]
    [InlineData(true, 9_801, InvoiceStatus.Paid)]
    [InlineData(true, 9_800, InvoiceStatus.Open)]
    [InlineData(false, 9_801, InvoiceStatus.Open)]
    public void The_balance_pays_what_it_is_to_collect_and_covers(
        bool collect,
        long balance,
        InvoiceStatus status
    )
    {
        Credit(balance);
        Write(new ManualInvoice([Move, Hour], Collect: collect));
        Finalise();
        var paid = status == InvoiceStatus.Paid;
        Assert.Equal(!paid, _books.State.OpenInvoices.ContainsKey(Id));
        Assert.Equal(paid ? 0 : balance, _books.State.Balance.Cents);
        var content = _books.Documents[Id].Content;
        Assert.Equal(paid ? PaymentMethod.Guthaben : (PaymentMethod?)null, content.PaidBy);
        Assert.Equal(paid ? PaymentMeans.Balance : PaymentMeans.Transfer, content.Payment!.Means);
        Assert.Equal(new DateOnly(2026, paid ? 11 : 12, paid ? 25 : 9), content.DueOn);
        Assert.Equal(Money.Zero, Money.Sum(_books.Ledger.Select(e => e.Amount)));
    }

    [Fact]
    public void Nobody_is_suspended_for_it_and_at_last_the_claim_is_staffs()
    {
        Write(new ManualInvoice([Hour], DueInDays: 0));
        Finalise();
        _books.Messages.Clear();
        for (var day = 1; day <= 40; day++)
            while (Dunning.Next(_books.State, Samples.Now.AddDays(day)) is { } open)
            {
                Assert.False(Dunning.Terminates(open, Samples.House));
                _books.Commit(
                    Dunning.Step(
                        _books.State,
                        Samples.Account,
                        open,
                        null,
                        Samples.House,
                        Samples.Now.AddDays(day)
                    )
                );
            }
        Assert.Null(Open.NextAt);
        Assert.All(
            _books.Messages,
            m => Assert.Equal("payment-reminder", Assert.IsType<SendMail>(m).Template)
        );
        Assert.Equal(3, _books.Messages.Count);
        Assert.Equal("never paid", _books.Audits[^1].Reason);
        Assert.Equal("", ((SendMail)_books.Messages[0]).Values["suspendAt"]);
    }

    [Fact]
    public void A_cancellation_settles_it_and_a_part_leaves_the_rest()
    {
        Write(new ManualInvoice([Move, Hour]));
        Finalise();
        TakeBack(o =>
            CorrectionContent.Take(
                o.Document,
                o.Left,
                [new LineCorrection(1, new Money(800))],
                "billiger",
                new(2026, 11, 26)
            )
        );
        Assert.Equal(new Money(9_001), Open.Total);
        TakeBack(o => CorrectionContent.Cancel(o.Document, o.Left, "Irrtum", new(2026, 11, 26)));
        Assert.Empty(_books.State.OpenInvoices);
        Assert.Equal(Money.Zero, _books.Booked(LedgerName.Receivable));
        Assert.Equal(Money.Zero, _books.State.Balance);
    }

    [Fact]
    public void Paid_and_charged_back_it_is_owed_again()
    {
        Write(new ManualInvoice([Hour]));
        Finalise();
        _books.Commit(
            new Change<AccountState>(_books.State).Reopen(
                Samples.Account,
                new BilledInvoice(Id, [], 0, null, "Support", "de", 1),
                new Money(1),
                "chargeback/c1",
                true,
                Samples.House,
                Samples.Now
            )
        );
        Assert.Equal((new Money(2), null), (Open.Total, Open.Service));
    }

    [Fact]
    public void A_draft_that_nobody_touches_lapses_after_sixty_days()
    {
        Write(new ManualInvoice([Hour]));
        Assert.Equal(Samples.Now.AddDays(60), _books.State.DueAt);
        Assert.Null(Lapse(Samples.Now.AddDays(59)));
        _books.Commit(Lapse(Samples.Now.AddDays(60)));
        Assert.Empty(_books.State.ManualDrafts);
        Assert.Equal(Samples.Now.AddDays(60), _books.Invoices[Id].LapsedAt);

        Change<AccountState>? Lapse(DateTimeOffset now) =>
            ManualDrafting.Lapse(_books.State, Samples.Account, now);
    }

    [Fact]
    public void Every_fault_is_named_at_once()
    {
        var refusal = Assert.Throws<Refusal>(() =>
            Write(
                new ManualInvoice(
                    [
                        new ManualLine(" ", Money.Zero, 0),
                        new ManualLine(
                            new string('x', 201),
                            new Money(1),
                            10_001,
                            new string('y', 501)
                        ),
                    ],
                    new(2026, 11, 2),
                    new(2026, 11, 1),
                    91
                )
            )
        );
        Assert.Equal(8, refusal.ValidationErrors.Length);
        Assert.Empty(_books.Invoices);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(101, 1, 1)]
    [InlineData(1, 10_000, 10_001)]
    public void An_invoice_has_lines_and_a_bound(int lines, int pieces, long cents) =>
        Assert.Throws<Refusal>(() =>
            Write(
                new ManualInvoice([
                    .. Enumerable.Repeat(new ManualLine("x", new Money(cents), pieces), lines),
                ])
            )
        );

    [Theory]
    [InlineData(100, 1, 1)]
    [InlineData(1, 10_000, 10_000)]
    public void The_bounds_themselves_pass(int lines, int pieces, long cents) =>
        Write(
            new ManualInvoice(
                [.. Enumerable.Repeat(new ManualLine("x", new Money(cents), pieces), lines)],
                new(2026, 11, 1),
                new(2026, 11, 1),
                90
            )
        );

    [Fact]
    public void The_longest_texts_and_the_longest_supply_pass()
    {
        var from = new DateOnly(2020, 1, 1);
        Write(
            new ManualInvoice(
                [new ManualLine(new string('x', 200), new Money(1), 1, new string('y', 500))],
                from,
                from.AddDays(3_660)
            )
        );
        Finalise();
        Assert.Equal(500, _books.Documents[Id].Content.Lines[0].Description.Length);
        Assert.Throws<Refusal>(() => Write(new ManualInvoice([Hour], from, from.AddDays(3_661))));
    }

    [Fact]
    public void A_draft_is_checked_again_when_it_changes_and_there_are_fifty_at_most()
    {
        Write(new ManualInvoice([Hour]));
        Assert.Throws<Refusal>(() =>
            ManualDrafting.Rewrite(
                _books.State,
                Samples.Account,
                _books.State.ManualDrafts[Id],
                new ManualInvoice([]),
                Samples.Buyer(),
                Samples.By(),
                Samples.House,
                Samples.Now
            )
        );
        for (var i = 1; i < ManualDrafting.MostDrafts; i++)
            Write(new ManualInvoice([Hour]), $"draft{i}");
        Assert.Equal(
            "invoice.tooManyDrafts",
            Assert.Throws<Refusal>(() => Write(new ManualInvoice([Hour]), "one-more")).Key
        );
    }

    [Fact]
    public void The_end_of_a_supply_needs_its_beginning() =>
        Assert.Throws<Refusal>(() =>
            Write(new ManualInvoice([Hour], null, new DateOnly(2026, 11, 1)))
        );

    private void Write(ManualInvoice invoice, string id = "manual1") =>
        _books.Commit(
            ManualDrafting.Write(
                _books.State,
                Samples.Account,
                InvoiceId.Of(id),
                invoice,
                Samples.Buyer(),
                Samples.By(),
                Samples.House,
                Samples.Now
            )
        );

    private void Finalise(BillingProfile? buyer = null) =>
        _books.Commit(
            ManualIssuing
                .Issue(
                    _books.State,
                    Samples.Account,
                    _books.State.ManualDrafts[Id],
                    buyer ?? Samples.Buyer(),
                    Samples.By(),
                    Samples.House,
                    Samples.Now
                )
                .Change
        );

    private void Credit(long cents) =>
        _books.Commit(
            new Change<AccountState>(_books.State).Book(
                Samples.Account,
                Movements.Credit("gift", new Money(cents), "test"),
                Samples.Now
            )
        );

    private void TakeBack(Func<CorrectedInvoice, InvoiceContent> contentOf)
    {
        var original = _books.Corrected(Id);
        _books.Commit(
            Corrections.ByStaff(
                _books.State,
                Samples.Account,
                InvoiceId.Of($"correction{_books.Documents.Count}"),
                original,
                contentOf(original),
                Samples.By(),
                Samples.House,
                Samples.Now
            )
        );
    }
}
