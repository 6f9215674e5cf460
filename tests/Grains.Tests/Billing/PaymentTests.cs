using Elizon.Billing;
using Elizon.Grains.Billing;
using Elizon.Payments;

namespace Elizon.Grains.Tests.Billing;

public sealed class PaymentTests(AccountCluster fixture) : AccountTest(fixture)
{
    [Fact]
    public async Task A_top_up_is_booked_once_per_providers_payment_and_mailed()
    {
        await TopUp("twice", 5000, "tr_1");
        await TopUp("twice", 5000, "tr_1");
        Assert.Equal(new Money(5000), await Account("twice").Balance());
        await Cluster.Quiet();
        Assert.Single(
            Cluster.Mails.To("twice@customer.example"),
            m => m.Subject.StartsWith("Guthaben aufgeladen", StringComparison.Ordinal)
        );
        await Audited();
    }

    [Fact]
    public async Task The_same_delivery_twice_changes_nothing()
    {
        var message = new PaymentReceived(
            PaymentId.Of("p1"),
            PaymentPurpose.TopUp,
            null,
            new Money(100),
            "tr_same",
            "ideal"
        );
        await Deliver("same", message, 760_001);
        await Deliver("same", message, 760_001);
        Assert.Equal(new Money(100), await Account("same").Balance());
    }

    [Fact]
    public async Task A_draft_has_no_number_and_waits_for_its_payment()
    {
        var placed = await Draft("draft", 999);
        Assert.Equal(
            (null, InvoiceStatus.Draft),
            (placed.Result.Invoice.Number, placed.Result.Invoice.Status)
        );
        Assert.Equal(new Money(999), placed.Payment!.Amount);
        var detail = await Invoice("draft", placed.Result.Invoice.Id);
        Assert.Equal(InvoiceStatus.Draft, detail.Status);
        Assert.Equal(new Money(160), Assert.Single(detail.Taxes).Tax);
        Assert.Equal(
            "invoice.noDocument",
            (
                await Assert.ThrowsAsync<Refusal>(() =>
                    Cluster
                        .Grains.InvoiceReader()
                        .Document(
                            AccountId.Of("draft"),
                            placed.Result.Invoice.Id,
                            InvoiceFormat.Pdf
                        )
                )
            ).Key
        );
    }

    [Fact]
    public async Task The_payment_of_a_draft_issues_its_invoice_and_orders_the_service()
    {
        var placed = await Draft("paid", 999);
        await Received("paid", placed.Payment!, 999);
        await Cluster.Quiet();
        var detail = await Invoice("paid", placed.Result.Invoice.Id);
        Assert.Equal(InvoiceStatus.Paid, detail.Status);
        Assert.StartsWith("RE-2026-", detail.Number, StringComparison.Ordinal);
        Assert.Equal(Money.Zero, await Account("paid").Balance());
        Assert.Contains(await Cluster.Orders(), o => o.Invoice == placed.Result.Invoice.Id);
        await Audited();
    }

    [Fact]
    public async Task A_payment_told_twice_by_different_messages_is_booked_once()
    {
        var placed = await Draft("told", 999);
        await Received("told", placed.Payment!, 999, "tr_told");
        await Received("told", placed.Payment!, 999, "tr_told");
        Assert.Equal(Money.Zero, await Account("told").Balance());
        await Audited();
    }

    [Fact]
    public async Task A_second_payment_of_a_paid_invoice_goes_to_the_balance()
    {
        var placed = await Draft("double", 999);
        await Received("double", placed.Payment!, 999, "tr_first");
        await Received("double", placed.Payment!, 999, "tr_second");
        await Cluster.Quiet();
        Assert.Equal(new Money(999), await Account("double").Balance());
        Assert.Contains(
            Cluster.Mails.To("double@customer.example"),
            m => m.Subject.Contains("auf Ihrem Guthaben", StringComparison.Ordinal)
        );
        Assert.Equal(
            1L,
            await Cluster.Scalar<long>(
                "select count(*) from audit where owner = 'double' and action = 'payment.credited'"
            )
        );
        await Audited();
    }

    [Fact]
    public async Task A_wrong_amount_goes_to_the_balance_and_leaves_the_draft_payable()
    {
        var placed = await Draft("wrong", 999);
        await Received("wrong", placed.Payment!, 1000);
        Assert.Equal(new Money(1000), await Account("wrong").Balance());
        var paid = await Account("wrong")
            .PayFromBalance(placed.Result.Invoice.Id, Shop.By("wrong"));
        Assert.Equal(InvoiceStatus.Paid, paid.Result.Invoice.Status);
        Assert.NotNull(paid.Result.Invoice.Number);
        Assert.Equal(new Money(1), await Account("wrong").Balance());
        await Audited();
    }

    [Fact]
    public async Task An_ended_payment_can_be_tried_again_under_another_id()
    {
        var placed = await Draft("retry", 999);
        await Ended("retry", placed.Payment!);
        var second = await Account("retry")
            .PrepareProviderPayment(placed.Result.Invoice.Id, Shop.By("retry"));
        Assert.NotEqual(placed.Payment!.Id, second.Payment!.Id);
        await Received("retry", second.Payment, 999);
        Assert.Equal(InvoiceStatus.Paid, (await Invoice("retry", placed.Result.Invoice.Id)).Status);
    }

    [Fact]
    public async Task A_payment_in_flight_is_offered_again_as_it_is()
    {
        var placed = await Draft("flight", 999);
        var again = await Account("flight")
            .PrepareProviderPayment(placed.Result.Invoice.Id, Shop.By("flight"));
        Assert.Equal(placed.Payment, again.Payment);
    }

    [Fact]
    public async Task The_late_end_of_an_earlier_payment_does_not_touch_the_one_in_flight()
    {
        var placed = await Draft("late", 999);
        await Ended("late", placed.Payment!);
        var second = await Account("late")
            .PrepareProviderPayment(placed.Result.Invoice.Id, Shop.By("late"));
        await Ended("late", placed.Payment!);
        var third = await Account("late")
            .PrepareProviderPayment(placed.Result.Invoice.Id, Shop.By("late"));
        Assert.Equal(second.Payment, third.Payment);
    }

    [Fact]
    public async Task A_paid_invoice_cannot_be_paid_again()
    {
        var placed = await Draft("done", 999);
        await Received("done", placed.Payment!, 999);
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            Account("done").PayFromBalance(placed.Result.Invoice.Id, Shop.By("done"))
        );
        Assert.Equal("invoice.alreadyPaid", refusal.Key);
    }

    [Fact]
    public async Task Staff_credits_once_per_operation_with_a_reason()
    {
        await Known("credited");
        var first = await Account("credited").Credit(new Money(500), "sorry", Shop.Staff("c1"));
        var second = await Account("credited").Credit(new Money(500), "sorry", Shop.Staff("c1"));
        Assert.Equal(first, second);
        Assert.Equal(new Money(500), await Account("credited").Balance());
        Assert.Equal(
            "session/staff sorry",
            await Cluster.Scalar<string>(
                "select actor || ' ' || reason from audit where action = 'balance.credited' and owner = 'credited'"
            )
        );
        await Audited();
    }

    [Fact]
    public async Task Nobody_is_credited_who_does_not_exist()
    {
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            Account("nobody-at-all").Credit(new Money(500), "sorry", Shop.Staff())
        );
        Assert.Equal(RefusalKind.NotFound, refusal.Kind);
    }

    [Theory]
    [InlineData(0, "ok")]
    [InlineData(-1, "ok")]
    [InlineData(1_000_001, "ok")]
    [InlineData(100, "  ")]
    public async Task A_credit_without_sense_is_refused(long cents, string reason)
    {
        await Known("senseless");
        var refusal = await Assert.ThrowsAsync<Refusal>(() =>
            Account("senseless").Credit(new Money(cents), reason, Shop.Staff())
        );
        Assert.Equal(RefusalKind.Invalid, refusal.Kind);
    }

    private Task Received(string user, PaymentIntent intent, long cents, string? provider = null) =>
        Tell(
            user,
            new PaymentReceived(
                intent.Id,
                PaymentPurpose.Invoice,
                intent.Invoice,
                new Money(cents),
                provider ?? $"tr_{intent.Id}",
                "ideal"
            )
        );

    private Task Ended(string user, PaymentIntent intent) =>
        Tell(user, new PaymentEnded(intent.Id, PaymentPurpose.Invoice, intent.Invoice, "expired"));
}
