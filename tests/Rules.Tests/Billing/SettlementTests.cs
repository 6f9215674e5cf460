using Elizon.Billing;
using Elizon.Coupons;
using Elizon.Grains.Audit;
using Elizon.Grains.Billing;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Orders;
using Elizon.Grains.Coupons;
using Elizon.Grains.Mail;
using Elizon.Grains.Storage;
using Elizon.Payments;

namespace Elizon.Rules.Tests.Billing;

/// <summary>Payments of orders that wait: begun, ended, for nothing, and what a coupon hears.</summary>
public sealed class SettlementTests
{
    private readonly Books _books = new();

    [Fact]
    public void A_payment_is_prepared_once()
    {
        var draft = Waiting();
        var change = Settlement.Prepare(_books.State, draft.WithoutPayment(Samples.Now));
        Assert.NotNull(change!.Next.Drafts[draft.Order.Invoice].Payment);
        Assert.Null(Settlement.Prepare(_books.State, draft.WithPayment()));
    }

    [Fact]
    public void Only_the_end_of_the_payment_in_flight_is_told()
    {
        var draft = Waiting().WithPayment();
        var state = _books.State with
        {
            Drafts = _books.State.Drafts.SetItem(draft.Order.Invoice, draft),
        };
        Assert.Null(End(state, PaymentId.Of("another"), PaymentPurpose.Invoice, draft));
        Assert.Null(End(state, draft.Payment!.Value, PaymentPurpose.TopUp, draft));
        var ended = End(state, draft.Payment.Value, PaymentPurpose.Invoice, draft)!;
        Assert.Null(ended.Next.Drafts[draft.Order.Invoice].Payment);
        Assert.Single(ended.Messages, m => m.Message is SendMail { Template: "payment-failed" });
    }

    [Fact]
    public void The_balance_pays_an_order_that_waits_only_in_full()
    {
        var draft = Waiting();
        Assert.Throws<Refusal>(() => FromBalance(draft, 998));
        Assert.Equal(Money.Zero, FromBalance(draft, 999).Change.Next.Balance);
    }

    [Theory]
    [InlineData(true, "wrong amount")]
    [InlineData(false, "nothing waits for this payment")]
    public void Money_that_fits_nothing_is_audited_with_its_reason(bool waits, string reason)
    {
        var invoice = waits ? Waiting().Order.Invoice : InvoiceId.Of("gone");
        var change = Settlement.Received(
            _books.State,
            Samples.Account,
            new PaymentReceived(
                PaymentId.Of("p1"),
                PaymentPurpose.Invoice,
                invoice,
                new Money(5),
                "tr_1",
                "ideal"
            ),
            null,
            Samples.House,
            Samples.Now
        );
        var audit = change.Rows.Select(r => r.Row).OfType<AuditRow>().Single();
        Assert.Equal(reason, audit.Reason);
        Assert.Contains(invoice.Value, Json.Write(audit), StringComparison.Ordinal);
    }

    [Fact]
    public void A_coupon_is_held_for_an_order_that_may_still_use_it()
    {
        Assert.IsType<CouponHeld>(Answer(OrderStatus.Paid));
        Assert.IsType<CouponHeld>(Answer(OrderStatus.Waiting));
        Assert.IsType<CouponReleased>(Answer(OrderStatus.Lapsed));
        Assert.IsType<CouponReleased>(Answer(null));

        static Elizon.Grains.Outbox.Message Answer(OrderStatus? status) =>
            Assert
                .Single(
                    new Change<AccountState>(new AccountState())
                        .Answer(new CouponAsked(CouponCode.Of("TEN"), OrderId.Of("o1")), status)
                        .Messages
                )
                .Message;
    }

    [Fact]
    public void A_shown_price_that_is_another_and_too_many_drafts_are_refused()
    {
        var order = Samples.Order(PaymentMethod.Mollie);
        var state = new AccountState();
        Ordering.Guard(state, order, order.Total, Samples.House);
        Assert.Equal("cart.priceChanged", Key(state, order, order.Total + new Money(1)));
        var one = Samples.HouseWith(o => o.MaxOpenDrafts = 1);
        Ordering.Guard(state, order, null, one);
        Waiting();
        Assert.Equal("orders.tooManyOpen", Key(_books.State, order, null, one));
    }

    [Fact]
    public void Pieces_are_told_apart_by_number_and_one_alone_has_the_name()
    {
        Assert.Equal(["welt 1", "welt 2"], Names(Samples.Offer(quantity: 2, name: "welt")));
        Assert.Equal(["welt"], Names(Samples.Offer(name: "welt")));
        Assert.Equal(["Minecraft 2 GB"], Names(Samples.Offer()));
    }

    private static string Key(AccountState state, Order order, Money? shown, House? house = null) =>
        Assert
            .Throws<Refusal>(() => Ordering.Guard(state, order, shown, house ?? Samples.House))
            .Key;

    private static IEnumerable<string> Names(Elizon.Catalog.Offer offer)
    {
        var order = Samples.Order(offers: offer);
        var state = new AccountState { Balance = new Money(100_000) };
        return Ordering
            .PlacePaid(state, order, Samples.House, Samples.Now)
            .Units.Select(u => u.Name);
    }

    private Draft Waiting()
    {
        var order = Samples.Order(PaymentMethod.Mollie);
        _books.Commit(Ordering.PlaceDraft(_books.State, order, Samples.House));
        return _books.State.Drafts[order.Invoice];
    }

    private IssuedOrder FromBalance(Draft draft, long cents) =>
        Settlement.FromBalance(
            _books.State with
            {
                Balance = new Money(cents),
            },
            draft,
            Samples.House,
            Samples.Now
        );

    private static Change<AccountState>? End(
        AccountState state,
        PaymentId payment,
        PaymentPurpose purpose,
        Draft draft
    ) =>
        Settlement.Ended(
            state,
            Samples.Account,
            new PaymentEnded(payment, purpose, draft.Order.Invoice, "failed"),
            Samples.House,
            Samples.Now
        );
}
