using CsCheck;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Mail;
using Elizon.Grains.Payments;
using Elizon.Grains.Subscriptions;
using Elizon.Payments;

namespace Elizon.Rules.Tests.Billing;

/// <summary>Direct debits of periods: told of in time, handed in once, announced anew where they changed.</summary>
public sealed class DebitTests
{
    private static readonly DateTimeOffset DueAt = Samples.Now.AddDays(19);
    private static readonly SavedMethod Account = new(new MandateId("mdt_1"), "directdebit", "M-1")
    {
        AccountEnding = "3000",
    };
    private readonly House _house = Samples.House;
    private readonly Books _books = new();

    private static InvoiceId Invoice => Bill().Invoice;

    private OpenInvoice Open => _books.State.OpenInvoices[Invoice];

    private SendMail[] Notices =>
        [.. _books.Messages.OfType<SendMail>().Where(m => m.Template == "invoice-debit-announced")];

    private CollectPayment[] Collected => [.. _books.Messages.OfType<CollectPayment>()];

    [Fact]
    public void It_is_announced_with_the_invoice_and_handed_in_when_the_notice_is_over()
    {
        Issue();
        Assert.Equal(DueAt.AddDays(-5), Open.Debit!.At);
        Assert.Equal(_books.State.DueAt, Open.Debit.At);
        var notice = Assert.Single(Notices);
        Assert.Equal(
            ("9.99", "M-1", "3000", "DE98ZZZ09999999999"),
            (
                notice.Values["amount"],
                notice.Values["mandate"],
                notice.Values["account"],
                notice.Values["creditor"]
            )
        );
        Assert.Equal("2026-12-09T08:00:00Z", notice.Values["dueAt"]);
        var payment = _books.Documents[Invoice].Content.Payment!;
        Assert.Equal(
            (new DateOnly(2026, 12, 9), "3000"),
            (payment.DebitOn!.Value, payment.DebtorEnding)
        );

        Pass(13.9);
        Assert.Empty(Collected);
        Pass(14);
        Pass(14);

        Assert.Equal(new Money(999), Assert.Single(Collected).Intent.Amount);
        Assert.Single(Notices);
        Assert.Equal((true, null), (Open.InFlight, Open.Debit));
    }

    [Fact]
    public void Nobody_is_reminded_or_suspended_before_an_announced_debit()
    {
        Issue(DueAt.AddDays(-1));
        Assert.Equal(DueAt.AddDays(13), Open.Debit!.At);
        Pass(30, dun: true, debits: false);
        Assert.Empty(_books.Messages.OfType<RenewalOverdue>());
        Assert.DoesNotContain(
            _books.Messages.OfType<SendMail>(),
            m => m.Template == "payment-reminder"
        );
    }

    [Fact]
    public void Money_that_comes_in_before_pays_instead()
    {
        Issue();
        _books.Commit(
            Paying.Settle(
                Credits.Credit(
                    _books.State,
                    Samples.Account,
                    "gift",
                    new Money(999),
                    "gift",
                    Samples.By(),
                    _house,
                    Samples.Now
                ),
                Samples.Account,
                _house,
                Samples.Now
            )
        );
        Pass(40, dun: true);
        Assert.Empty(Collected);
        Assert.Empty(_books.State.OpenInvoices);
    }

    [Fact]
    public void Another_amount_or_mandate_is_announced_anew_with_its_whole_notice()
    {
        Issue();
        _books.Commit(
            new Grains.Storage.Change<AccountState>(_books.State).Reduce(
                Samples.Account,
                Invoice,
                new Money(300),
                Samples.Now
            )
        );
        Pass(14);
        Assert.Empty(Collected);
        Assert.Equal(["9.99", "6.99"], Notices.Select(n => n.Values["amount"]));
        Assert.Equal(Samples.Now.AddDays(28), Open.Debit!.At);

        Use(Account with { Mandate = new MandateId("mdt_2"), Reference = "M-2" });
        Pass(28);
        Assert.Empty(Collected);
        Assert.Equal("M-2", Notices[2].Values["mandate"]);

        Pass(42);
        Assert.Equal(new Money(699), Assert.Single(Collected).Intent.Amount);
        Assert.Equal(3, Notices.Length);
    }

    [Fact]
    public void A_card_that_replaces_the_account_is_charged_then_and_no_method_leaves_it_open()
    {
        Issue();
        Use(new SavedMethod(new MandateId("mdt_3"), "creditcard", null));
        Pass(14);
        Assert.Single(Collected);

        var other = new DebitTests();
        other.Issue();
        other.Use(null);
        other.Pass(14);
        Assert.Empty(other.Collected);
        Assert.False(other.Open.HasMoneyComing);
    }

    [Fact]
    public void A_debit_waits_for_a_payment_that_its_payer_has_begun()
    {
        Issue();
        _books.Commit(
            Paying.InFlight(
                _books.State,
                Open,
                new PaymentInFlight(
                    new PaymentId("p1"),
                    PaymentPurpose.Invoice,
                    Invoice,
                    new Money(999),
                    Samples.Now
                )
            )
        );
        Pass(14);
        Assert.Empty(Collected);
        _books.Commit(
            Paying.Ended(
                _books.State,
                Samples.Account,
                Open,
                new PaymentEnded(new PaymentId("p1"), PaymentPurpose.Invoice, Invoice, "expired"),
                _house
            )
        );
        Pass(15);
        Assert.Single(Collected);
        Assert.Single(Notices);
    }

    [Fact]
    public void A_debit_that_failed_is_announced_before_it_is_tried_again()
    {
        Issue();
        Pass(14);
        _books.Commit(
            Paying.Ended(
                _books.State,
                Samples.Account,
                Open,
                new PaymentEnded(
                    Collected[0].Intent.Id,
                    PaymentPurpose.Invoice,
                    Invoice,
                    "failed",
                    "AM04"
                ),
                _house
            )
        );
        Pass(20.1, dun: true);
        Assert.Single(Collected);
        Assert.Equal(2, Notices.Length);
        Pass(34.2, dun: true);
        Assert.Equal(2, Collected.Select(c => c.Intent.Id).Distinct().Count());
    }

    [Fact]
    public void Contracts_hear_of_it_and_one_that_begins_asks()
    {
        ServiceId[] contracts = [new("s1"), new("s2")];
        _books.Commit(Debits.Use(_books.State, Account, contracts));
        Assert.Equal(2, _books.Messages.OfType<CollectionChanged>().Count(m => m.ByDebit));
        Assert.True(_books.Commit(Debits.Answer(_books.State, new(new("s3")))));
        Use(null);
        Assert.False(_books.Commit(Debits.Answer(_books.State, new(new("s4")))));
    }

    [Fact]
    public void For_any_terms_and_cycle_the_notice_is_kept_and_the_debit_is_in_time_where_it_can_be() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[1, 60], Gen.Int[7, 365], Gen.Int[0, 400])
            .Sample(
                (lead, notice, cycle, late) =>
                {
                    var terms = new DirectDebitOptions { LeadDays = lead, NoticeDays = notice };
                    var told = DebitDays.Notice(terms, cycle);
                    var ahead = DebitDays.Ahead(terms, cycle);
                    Assert.InRange(told, 1, notice);
                    Assert.InRange(ahead, 1, cycle - 1);
                    if (cycle > lead + notice)
                        Assert.Equal(notice, told);
                    var now = DueAt.AddDays(late - ahead);
                    var at = DebitDays.At(terms, cycle, DueAt, now);
                    Assert.True(at >= now.AddDays(told));
                    if (late == 0 && cycle > lead + 1)
                        Assert.Equal(DueAt.AddDays(-lead), at);
                }
            );

    private static RenewalBill Bill() => Samples.Bill(DueAt);

    private void Issue(DateTimeOffset? at = null)
    {
        Use(Account);
        _books.Commit(
            RenewalIssuing
                .Issue(
                    _books.State,
                    Samples.Account,
                    Bill(),
                    Samples.Buyer(),
                    _house,
                    at ?? Samples.Now
                )
                .Change
        );
    }

    private void Use(SavedMethod? method) => _books.Commit(Debits.Use(_books.State, method, []));

    /// <summary>The days pass; what is due happens at its instant.</summary>
    private void Pass(double days, bool dun = false, bool debits = true)
    {
        var now = Samples.Now.AddDays(days);
        while (debits && Debits.Next(_books.State, now) is { } open)
            _books.Commit(Debits.Step(_books.State, Samples.Account, open, _house, open.Debit!.At));
        while (dun && Dunning.Next(_books.State, now) is { } open)
            _books.Commit(
                Dunning.Step(_books.State, Samples.Account, open, null, _house, open.NextAt!.Value)
            );
    }
}
