using Elizon.Billing;
using Elizon.Grains.Audit;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Billing.Renewals;
using Elizon.Grains.Storage;

namespace Elizon.Rules.Tests.Billing;

/// <summary>What staff says and where it goes when a document takes back.</summary>
public sealed class CorrectionRulesTests
{
    private static readonly InvoiceSettings Mailbox = new("rechnung@muster.example");
    private readonly Books _books = new();

    private static InvoiceId Invoice => Samples.Bill(Samples.Now).Invoice;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void A_reason_is_needed(string? reason) =>
        Assert.Throws<Refusal>(() => Corrections.Guard(Samples.By() with { Reason = reason }));

    [Fact]
    public void A_reason_has_at_most_500_characters()
    {
        Corrections.Guard(Samples.By() with { Reason = "x" });
        Corrections.Guard(Samples.By() with { Reason = new string('x', 500) });
        Assert.Throws<Refusal>(() =>
            Corrections.Guard(Samples.By() with { Reason = new string('x', 501) })
        );
    }

    [Fact]
    public void A_cancellation_of_an_open_invoice_is_set_off_and_audited_as_one()
    {
        Issue();
        var change = Take(Whole);
        Assert.Equal("invoice.cancelled", AuditOf(change).Action);
        _books.Commit(change);
        Assert.Equal(PaymentMeans.SetOff, Correction.Payment!.Means);
        Assert.Equal(Money.Zero, _books.State.Balance);
    }

    [Fact]
    public void A_correction_of_a_paid_invoice_goes_to_the_balance_and_is_audited_as_one()
    {
        Issue();
        Pay();
        var change = Take(Part);
        Assert.Equal("invoice.corrected", AuditOf(change).Action);
        _books.Commit(change);
        Assert.Equal(PaymentMeans.Balance, Correction.Payment!.Means);
        Assert.Equal(new Money(100), _books.State.Balance);
        Assert.DoesNotContain(_books.Allocations, a => a.Amount == Money.Zero);
    }

    [Fact]
    public void A_part_of_an_open_invoice_leaves_no_empty_rows()
    {
        Issue();
        _books.Commit(Take(Part));
        Assert.DoesNotContain(_books.Allocations, a => a.Amount == Money.Zero);
        Assert.Equal(2, _books.Allocations.Count);
    }

    [Fact]
    public void Documents_go_to_the_address_for_invoices()
    {
        _books.Commit(new Change<AccountState>(_books.State with { Invoicing = Mailbox }));
        Issue();
        _books.Commit(Take(Part));
        var invoice = _books.Documents[Invoice];
        var correction = _books.Documents.Values.Single(d => d.Id != Invoice);
        _books.Commit(Corrections.Resend(_books.State, Samples.Account, invoice, Samples.By()));
        _books.Commit(Corrections.Resend(_books.State, Samples.Account, correction, Samples.By()));
        var mails = _books.Messages.OfType<DocumentMail>().ToArray();
        Assert.Equal(
            [
                (Invoice, DocumentMailKind.Invoice),
                (correction.Id, DocumentMailKind.Correction),
                (Invoice, DocumentMailKind.Invoice),
                (correction.Id, DocumentMailKind.Correction),
            ],
            mails.Select(m => (m.Document, m.Kind))
        );
        Assert.All(mails, m => Assert.Equal(Mailbox.Email, m.To));
    }

    private InvoiceContent Correction =>
        _books.Documents.Values.Single(d => d.Id != Invoice).Content;

    private void Issue() =>
        _books.Commit(
            RenewalIssuing
                .Issue(
                    _books.State,
                    Samples.Account,
                    Samples.Bill(Samples.Now),
                    Samples.Buyer(),
                    Samples.House,
                    Samples.Now
                )
                .Change
        );

    private void Pay() =>
        _books.Commit(
            Paying.ByHand(
                _books.State,
                Samples.Account,
                _books.State.OpenInvoices[Invoice],
                Samples.By() with
                {
                    Reason = "cash",
                },
                Samples.House,
                Samples.Now
            )
        );

    private static InvoiceContent Whole(CorrectedInvoice original) =>
        CorrectionContent.Cancel(original.Document, original.Left, "Irrtum", new(2026, 11, 26));

    private static InvoiceContent Part(CorrectedInvoice original) =>
        CorrectionContent.Take(
            original.Document,
            original.Left,
            [new LineCorrection(1, new Money(100))],
            "Ausfall",
            new(2026, 11, 26)
        );

    private Change<AccountState> Take(Func<CorrectedInvoice, InvoiceContent> contentOf)
    {
        var original = _books.Corrected(Invoice);
        return Corrections.ByStaff(
            _books.State,
            Samples.Account,
            InvoiceId.Of("correction"),
            original,
            contentOf(original),
            Samples.By(),
            Samples.House,
            Samples.Now
        );
    }

    private static AuditRow AuditOf(Change<AccountState> change) =>
        change.Rows.Select(r => r.Row).OfType<AuditRow>().Single();
}
