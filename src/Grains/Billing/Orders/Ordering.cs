using System.Collections.Immutable;
using Elizon.Billing;
using Elizon.Checkout;
using Elizon.Grains.Billing.Closing;
using Elizon.Grains.Billing.Invoices;
using Elizon.Grains.Billing.Points;
using Elizon.Grains.Billing.Pricing;
using Elizon.Grains.Coupons;
using Elizon.Grains.Mail;
using Elizon.Grains.Storage;

namespace Elizon.Grains.Billing.Orders;

/// <summary>Rules of placing an order: paid at once from the balance, or as a draft that waits for its payment.</summary>
internal static class Ordering
{
    /// <summary>Fixes the prices of an order for its buyer.</summary>
    public static Order Prepare(
        string operation,
        AccountId account,
        OrderRequest request,
        Caller by,
        House house,
        DateTimeOffset now
    )
    {
        var day = house.DayOf(now);
        var tax = Taxation.Decide(request.Buyer, day, house.Terms);
        var prices = Prices.For(request.Offers, tax, Taxation.HomeRate(day, house.Terms));
        var lines = CouponDiscount.Apply(request.Coupon, prices);
        return Order.Of(operation, account, request, lines, by, now);
    }

    /// <summary>All that can refuse an order; asked before stock is reserved.</summary>
    /// <exception cref="Refusal">PaymentRequired, Conflict.</exception>
    public static void Guard(AccountState state, Order order, Money? expected, House house)
    {
        ClosingRules.GuardOpen(state);
        if (expected is { } shown && shown != order.Total)
            throw CheckoutRefusals.PriceChanged(shown, order.Total);
        if (order.Method == PaymentMethod.Sepa)
            throw BillingRefusals.MethodUnavailable(order.Method);
        var most = NetPoints.Maximum(state, order.Total, house.Terms.Points, order.PlacedAt);
        if (order.Points < 0 || order.Points > most)
            throw PointsRefusals.TooMany(most);
        if (order.Method == PaymentMethod.Guthaben && state.Balance < order.ToPay)
            throw BillingRefusals.BalanceTooLow(order.ToPay, state.Balance);
        if (order.Method == PaymentMethod.Mollie && state.Drafts.Count >= house.Terms.MaxOpenDrafts)
            throw CheckoutRefusals.TooManyDrafts(house.Terms.MaxOpenDrafts);
    }

    /// <summary>Paid from the balance: numbered invoice, services, all in one change.</summary>
    public static IssuedOrder PlacePaid(
        AccountState state,
        Order order,
        House house,
        DateTimeOffset now
    )
    {
        var issued = Issuing.Issue(
            new Change<AccountState>(state).TakePoints(order, now).Change,
            order,
            Settling.FromBalance(order),
            house,
            now
        );
        return issued with
        {
            Change = issued.Change.Send(
                DocumentMail.Box(order.Owner),
                new DocumentMail(order.Invoice, DocumentMailKind.Order)
            ),
        };
    }

    /// <summary>A draft with its first payment; its stock, coupon and points are held.</summary>
    public static Change<AccountState> PlaceDraft(AccountState state, Order order, House house)
    {
        var (taken, points) = new Change<AccountState>(state).TakePoints(order, order.PlacedAt);
        var draft = Draft.Of(order, house.Terms).WithPayment() with { Points = points };
        var next = taken.Next with { Drafts = taken.Next.Drafts.Add(order.Invoice, draft) };
        var change = (taken with { Next = next })
            .Record(OrderRow.Of(order, OrderStatus.Waiting))
            .Record(DraftRow.Of(draft, house))
            .Send(
                SendMail.Box(order.Owner),
                Mails.Order(
                    order.Owner,
                    order.Id,
                    order.Lines.Select(l => new MailItem(
                        l.Offer.ProductName,
                        l.Offer.BillingCycle,
                        l.Total
                    )),
                    order.Total,
                    null
                )
            );
        return change.Hold(order);
    }
}
